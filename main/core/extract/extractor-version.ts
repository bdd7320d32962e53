/** Raised when an extractor makes better articles of the same bytes. */
export const EXTRACTOR_VERSION = 3;

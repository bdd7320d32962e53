/** For what only a bug can break; an expected failure is a LibraryError. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`This should not be possible: ${what}`);
}

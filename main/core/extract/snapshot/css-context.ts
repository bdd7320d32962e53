/** What rewriting a style asks of the page that it belongs to. Addresses are asked for as they are resolved. */
export interface CssContext {
  /** Addresses in this style are relative to it. */
  readonly base: string | undefined;
  /** What is written in the place of a picture's or a font's address; undefined where the page did not bring the file. */
  readonly file: (address: string) => string | undefined;
  /** The text of a style sheet that another one imports; undefined where it is not there, or there have been enough. */
  readonly sheet: (address: string) => string | undefined;
}

/** Stands where a file is missing: a picture that fails to load. Unlike `none` it may stand wherever an address may. */
export const NO_FILE = 'data:,';

/**
 * Whether an address is the name of a part of the page, written so that it can be read in one way only: escapes and signs that are left out in
 * addresses mean something to some browsers, and what a page's drawings cost is counted by these names.
 */
export function isPartOfPage(address: string): boolean {
  return /^#[^\s\p{Cc}%]+$/u.test(address);
}

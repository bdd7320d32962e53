import type { Field } from './fields.ts';

/** What the index is given of an article. */
export interface IndexDocument {
  /** The store's row number: by it the store's filters are answered. It may be another article's after a purge. */
  readonly n: number;
  readonly id: string;
  /** Grows with each new content of the article. */
  readonly version: number;
  /** BCP 47, or null. */
  readonly language: string | null;
  /** See `dateKey`. */
  readonly published: number;
  /** UTF-8. */
  readonly fields: Readonly<Record<Field, Uint8Array>>;
}

/**
 * A `published_key` of the store (`1987`, `1987-02`, `1987-02-26T15:01:00.000Z`) as a number that sorts as it does.
 * -1 for an unknown date.
 */
export function dateKey(published: string | null): number {
  const parts = published === null ? null : /^(\d{1,6})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?)?)?)?/.exec(published);
  if (!parts) return -1;
  // Each missing part is 0, so a less precise date comes before those that it holds.
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part, index) => (part === undefined ? 0 : Number(part) + (index > 2 ? 1 : 0)));
  return ((((((year ?? 0) * 13 + (month ?? 0)) * 32 + (day ?? 0)) * 26 + (hour ?? 0)) * 62 + (minute ?? 0)) * 62) + (second ?? 0);
}

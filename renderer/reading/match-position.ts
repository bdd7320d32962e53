import type { MatchPlaces } from '../../main/contract/search.ts';

/** Where a reader comes from: another article's matches before (1) or after (-1) this one, or neither. */
export type Arrival = 1 | -1 | null;

/** One of an article's matches: its number among those of its field. */
export interface MatchStop {
  readonly field: 'title' | 'byline' | 'body';
  readonly index: number;
}

/** How many matches can be walked through. */
export function countStops({ title, byline, body }: MatchPlaces): number {
  return title.length + byline.length + body.length;
}

/** The number of the match to begin at: the first or last for who walks on, else where most of the query stands together. */
export function firstStop(places: MatchPlaces, arrival: Arrival): number {
  if (arrival === 1) return 0;
  if (arrival === -1) return Math.max(0, countStops(places) - 1);
  return places.densest === null ? 0 : places.title.length + places.byline.length + places.densest;
}

/** The match with a number, counted from 0 in the order in which they are read; null where there is none. */
export function stopAt({ title, byline, body }: MatchPlaces, number: number): MatchStop | null {
  const inByline = number - title.length;
  const inBody = inByline - byline.length;
  if (number < 0 || inBody >= body.length) return null;
  if (inByline < 0) return { field: 'title', index: number };
  return inBody < 0 ? { field: 'byline', index: inByline } : { field: 'body', index: inBody };
}

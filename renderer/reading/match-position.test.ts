import { describe, expect, it } from 'vitest';
import type { MatchPlaces } from '../../main/contract/search.ts';
import { countStops, firstStop, stopAt } from './match-position.ts';

const places: MatchPlaces = { title: [[0, 4]], byline: [[3, 5]], body: [[1, 2], [8, 9], [12, 14]], inDocument: [[1, 2], null, [9, 11]], densest: 1, total: 5 };
const none: MatchPlaces = { title: [], byline: [], body: [], inDocument: [], densest: null, total: 0 };

describe('the matches of an article', () => {
  it('are walked through from the title to the end of the text', () => {
    expect(Array.from({ length: countStops(places) + 1 }, (_, number) => stopAt(places, number))).toEqual([
      { field: 'title', index: 0 },
      { field: 'byline', index: 0 },
      { field: 'body', index: 0 },
      { field: 'body', index: 1 },
      { field: 'body', index: 2 },
      null,
    ]);
    expect(stopAt(places, -1)).toBeNull();
    expect(stopAt(none, 0)).toBeNull();
  });

  it('begin where most of the query stands together, and at an end for who walks on', () => {
    expect([firstStop(places, null), firstStop(places, 1), firstStop(places, -1)]).toEqual([3, 0, 4]);
    expect(firstStop({ ...places, body: [], inDocument: [], densest: null }, null)).toBe(0);
    expect([firstStop(none, null), firstStop(none, -1)]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { withSearch } from './recent-searches.ts';

describe('recent searches', () => {
  it('stand each once, the newest first', () => {
    expect(withSearch(['lamp', 'oil'], 'oil')).toEqual(['oil', 'lamp']);
  });

  it('are no more than twenty', () => {
    let known: readonly string[] = [];
    for (let number = 0; number < 30; number += 1) known = withSearch(known, `search ${number}`);
    expect(known.length).toBe(20);
    expect([known[0], known.at(-1)]).toEqual(['search 29', 'search 10']);
  });
});

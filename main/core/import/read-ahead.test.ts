import { describe, expect, it, vi } from 'vitest';
import { readAhead } from './read-ahead.ts';

async function* count(to: number, failAt = Infinity): AsyncGenerator<{ n: number }> {
  for (let n = 0; n < to; n += 1) {
    if (n === failAt) throw new Error('the folder is gone');
    yield { n };
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('reading ahead', () => {
  it('gives every item once and in order, however many there are', async () => {
    const given: number[] = [];
    for await (const { n } of readAhead(count(5_000), { most: 700, onItem: () => {}, onEnd: () => {} })) given.push(n);
    expect(given).toEqual(Array.from({ length: 5_000 }, (_, n) => n));
  });

  it('knows how many there are while the first is being dealt with', async () => {
    let [found, ended] = [0, false];
    const items = readAhead(count(3_000), { most: 10_000, onItem: () => (found += 1), onEnd: () => (ended = true) });
    await items.next();
    await vi.waitFor(() => expect([found, ended]).toEqual([3_000, true]));
  });

  it('holds no more than it may, and goes on when there is room', async () => {
    let found = 0;
    const items = readAhead(count(100), { most: 10, onItem: () => (found += 1), onEnd: () => {} });
    await items.next();
    await turn();
    expect(found).toBeLessThanOrEqual(12);
    for (let taken = 1; taken < 60; taken += 1) await items.next();
    await turn();
    expect(found).toBeGreaterThan(60);
  });

  it('throws what goes wrong after it has given what was read before', async () => {
    const given: number[] = [];
    const all = async () => {
      for await (const { n } of readAhead(count(9, 4), { most: 100, onItem: () => {}, onEnd: () => {} })) given.push(n);
    };
    await expect(all()).rejects.toThrow('the folder is gone');
    expect(given).toEqual([0, 1, 2, 3]);
  });
});

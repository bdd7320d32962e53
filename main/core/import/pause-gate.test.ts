import { describe, expect, it } from 'vitest';
import { PauseGate } from './pause-gate.ts';
import type { FileToPrepare } from './prepare-file.ts';
import { GroupedPreparation } from './prepare-in-groups.ts';
import type { FileOutcome } from './prepare-some.ts';

const file = (name: string): FileToPrepare => ({ path: name, root: '/', tags: [], collections: [] });
const READ: FileOutcome = { prepared: { kind: 'articles', items: [], companions: [] } };
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A gate before one worker that reads one file at a time, each as long as the test says. */
function makeGate() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const groups = new GroupedPreparation({
    size: 1,
    prepareSome: async (files) => {
      begun.push(files.map((one) => ('path' in one ? one.path : '')).join(' '));
      await new Promise<void>((resolve) => ends.push(resolve));
      return files.map(() => READ);
    },
  });
  const gate = new PauseGate((one, signal) => groups.prepare(one, signal));
  return { gate, begun, endNext: () => ends.shift()?.() };
}

describe('a paused import', () => {
  it('sends no file, ends what was begun, and takes back what still waited', async () => {
    const { gate, begun, endNext } = makeGate();
    const { signal } = new AbortController();
    const read: string[] = [];
    const prepare = (name: string) => gate.prepare(file(name), signal).then(() => read.push(name));
    const all = ['a', 'b', 'c', 'd'].map(prepare);
    await turn();
    expect(begun).toEqual(['a', 'b']);
    gate.pause();
    gate.pause();
    all.push(prepare('e'));
    endNext();
    endNext();
    await turn();
    expect([begun, read]).toEqual([['a', 'b'], ['a', 'b']]);

    gate.continue();
    await turn();
    for (let step = 0; step < 3; step += 1) {
      endNext();
      await turn();
    }
    await Promise.all(all);
    expect(read.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(begun.join(' ').split(' ').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('can be cancelled, and its files know why', async () => {
    const { gate, begun } = makeGate();
    const cancelling = new AbortController();
    gate.pause();
    const held = gate.prepare(file('a'), cancelling.signal);
    const why = new Error('cancelled');
    cancelling.abort(why);
    await expect(held).rejects.toBe(why);
    await expect(gate.prepare(file('b'), cancelling.signal)).rejects.toBe(why);
    expect(begun).toEqual([]);
  });
});

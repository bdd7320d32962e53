import { expect, it } from 'vitest';
import { WaitingFiles, type FoundFile } from './waiting-files.ts';

const found = (path: string, sizeBytes = 10, modified = 1_000): FoundFile => ({ path, sizeBytes, modified, known: false, begun: false });

function look(waiting: WaitingFiles, nowMs: number, files: readonly FoundFile[], parts?: ReadonlyMap<string, string>): void {
  const folder = waiting.look('', nowMs);
  for (const file of files) folder.find(file);
  folder.end(parts);
}

const settled = (waiting: WaitingFiles, nowMs: number) => waiting.settled(nowMs, 10).map(({ path }) => path);

it('a file settles when it is as it was for long enough', () => {
  const waiting = new WaitingFiles(3_000, 10);
  look(waiting, 0, [found('a')]);
  expect(settled(waiting, 2_999)).toEqual([]);
  look(waiting, 1_500, [found('a')]);
  expect(settled(waiting, 3_000)).toEqual(['a']);
});

it('a file that grows, or is written again at the same size, waits on', () => {
  const waiting = new WaitingFiles(3_000, 10);
  look(waiting, 0, [found('grows'), found('rewritten')]);
  look(waiting, 2_000, [found('grows', 20), found('rewritten', 10, 2_000)]);
  expect(settled(waiting, 4_999)).toEqual([]);
  expect(settled(waiting, 5_000)).toEqual(['grows', 'rewritten']);
});

it('a page waits for the files beside it', () => {
  const waiting = new WaitingFiles(3_000, 10);
  look(waiting, 0, [found('page.html')], new Map([['page.html', '1 file']]));
  look(waiting, 2_900, [found('page.html')], new Map([['page.html', '2 files']]));
  expect(settled(waiting, 3_000)).toEqual([]);
  look(waiting, 4_000, [found('page.html')], new Map([['page.html', '2 files']]));
  expect(settled(waiting, 5_900)).toEqual(['page.html']);
});

it('what is not found again, or was taken, does not wait any more', () => {
  const waiting = new WaitingFiles(3_000, 10);
  look(waiting, 0, [found('a'), found('b')]);
  look(waiting, 1_000, [found('b')]);
  expect([waiting.size, settled(waiting, 9_000)]).toEqual([1, ['b']]);
  look(waiting, 2_000, []);
  expect([waiting.size, waiting.folders]).toEqual([0, []]);
});

it('holds no more than it may, and as many when some have gone', () => {
  const waiting = new WaitingFiles(0, 2);
  const first = waiting.look('one', 0);
  expect([first.find(found('a')), first.find(found('b')), first.find(found('c'))]).toEqual([true, true, false]);
  first.end();
  const second = waiting.look('two', 0);
  expect(second.find(found('d'))).toBe(false);
  second.end();
  waiting.keep(new Set(['two']));
  expect(waiting.size).toBe(0);
  const third = waiting.look('two', 0);
  expect(third.find(found('d'))).toBe(true);
  third.end();
  expect(waiting.settled(0, 10)).toHaveLength(1);
});

it('gives no more than is asked for', () => {
  const waiting = new WaitingFiles(0, 10);
  look(waiting, 0, [found('a'), found('b'), found('c')]);
  expect(waiting.settled(1, 2)).toHaveLength(2);
});

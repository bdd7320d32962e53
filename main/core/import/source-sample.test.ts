import { expect, it } from 'vitest';
import type { Source } from './find-sources.ts';
import { SourceSample } from './source-sample.ts';

async function* files(count: number): AsyncGenerator<Source> {
  for (let index = 0; index < count; index += 1) {
    yield { kind: 'file', path: `/in/${index}.txt`, source: `/in/${index}.txt`, root: '/in' };
    yield { kind: 'companion', source: `/in/${index}.png`, of: `/in/${index}.txt` };
  }
}

async function readAll(sample: SourceSample): Promise<string[]> {
  const chosen: string[] = [];
  for await (const { source } of sample) chosen.push(source);
  return chosen;
}

it('chooses among all files where there are few, and counts files alone', async () => {
  const sample = new SourceSample(files(40), 4);
  expect(await readAll(sample)).toEqual(['/in/0.txt', '/in/10.txt', '/in/20.txt', '/in/30.txt']);
  expect(sample.seen).toEqual({ found: 40, complete: true });
});

it('does not look for the last file of very many', async () => {
  const sample = new SourceSample(files(1_000_000), 3);
  expect(await readAll(sample)).toHaveLength(3);
  const { found, complete } = sample.seen;
  expect(found).toBeLessThanOrEqual(2_000);
  expect(complete).toBe(false);
});

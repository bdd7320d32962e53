import { describe, expect, it } from 'vitest';
import { ImportProgress } from '../../../contract/imports.ts';
import { progressWords } from './draw-progress.ts';

const progress = (known: Partial<ImportProgress>) =>
  ImportProgress.parse({
    ...{ id: '0b5e1c9e-8a43-4c39-a36a-1f0a3b0c9a11', label: 'x', state: 'running', startedAt: '', seconds: 10, found: 5_000, done: 1_000 },
    ...{ counts: { imported: 997, duplicates: 0, failed: 3, companions: 0 }, error: null },
    ...known,
  });

describe('the words beside the bar', () => {
  it('say count, rate, time left and what failed', () => {
    expect(progressWords(progress({}))).toBe('1000/5000  100/s  40 s left  3 failed');
  });

  it('promise no end while files are still being listed', () => {
    expect(progressWords(progress({ state: 'receiving' }))).toBe('1000 of 5000 found so far  100/s  3 failed');
  });

  it('know no rate before a second has passed or anything is done', () => {
    expect(progressWords(progress({ seconds: 0.4 }))).toBe('1000/5000  3 failed');
    expect(progressWords(progress({ done: 0 }))).toBe('0/5000  3 failed');
  });

  it.each([
    [1_590, '59 s left'],
    [1_600, '1 min 0 s left'],
    [2_190, '1 min 59 s left'],
    [2_191, '2 min 0 s left'],
  ])('count full minutes: %i at ten a second', (found, left) => {
    expect(progressWords(progress({ found, done: 1_000, seconds: 100 }))).toContain(left);
  });
});

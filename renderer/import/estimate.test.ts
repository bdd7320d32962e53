import { expect, it } from 'vitest';
import { ImportProgress } from '../../main/contract/imports.ts';
import { estimateImport } from './estimate.ts';

function progress(change: Partial<ImportProgress>): ImportProgress {
  const counts = { imported: 0, duplicates: 0, failed: 0, companions: 0 };
  const base = { id: 'i1', label: 'x', state: 'running', startedAt: '', seconds: 10, found: 300, done: 100, counts, error: null };
  return { ...ImportProgress.parse(base), ...change };
}

it('extrapolates from the run so far', () => {
  expect(estimateImport(progress({}))).toEqual({ perSecond: 10, secondsLeft: 20 });
});

it('promises no end while files are coming in', () => {
  expect(estimateImport(progress({ state: 'receiving' })).secondsLeft).toBeNull();
});

it('says nothing while it is paused: the time that it waits is no work', () => {
  expect(estimateImport(progress({ state: 'paused' }))).toEqual({ perSecond: null, secondsLeft: null });
});

it('says nothing before there is something to say', () => {
  expect(estimateImport(progress({ seconds: 0.2 })).perSecond).toBeNull();
  expect(estimateImport(progress({ done: 0 })).perSecond).toBeNull();
});

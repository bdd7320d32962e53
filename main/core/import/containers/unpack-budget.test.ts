import { expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { UnpackBudget } from './unpack-budget.ts';

test('lets any archive unpack to so much, and a large one to many times its size', () => {
  const small = new UnpackBudget(1_000);
  small.spendBytes(LIMITS.archiveFreeBytes);
  expect(() => small.spendBytes(1)).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(small.overdrawn?.code).toBe('too-large');
  const large = new UnpackBudget(LIMITS.archiveFreeBytes);
  large.spendBytes(LIMITS.archiveFreeBytes * LIMITS.archiveRatio);
  expect(large.overdrawn).toBeUndefined();
  expect(() => large.spendBytes(1)).toThrow('far more');
});

test('lends room on the disk and takes it back', () => {
  const budget = new UnpackBudget(1_000);
  expect([budget.takeSpill(LIMITS.archiveSpillBytes), budget.takeSpill(1)]).toEqual([true, false]);
  budget.giveSpill(10);
  expect(budget.takeSpill(10)).toBe(true);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import type { UnrulyCalls } from './fixtures/unruly-worker.ts';
import { WorkerPool } from './worker-pool.ts';

function makePool(timeoutMs = 10_000): WorkerPool<UnrulyCalls> {
  const pool = new WorkerPool<UnrulyCalls>({
    file: new URL('./fixtures/unruly-worker.ts', import.meta.url),
    size: 2,
    timeoutMs,
    limits: { maxOldGenerationSizeMb: 32 },
  });
  onTestFinished(() => pool.close());
  return pool;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => (error instanceof LibraryError ? error.code : String(error)),
  );

describe('the pool', () => {
  it('answers more calls than it has workers', async () => {
    const pool = makePool();
    const values = Array.from({ length: 50 }, (_, index) => index);
    expect(await Promise.all(values.map((value) => pool.call('double', value)))).toEqual(values.map((value) => value * 2));
  });

  it('brings expected failures back with their code, and bugs as errors', async () => {
    const pool = makePool();
    expect(await codeOf(pool.call('refuse', undefined))).toBe('no-text');
    await expect(pool.call('break', undefined)).rejects.toThrow('a bug');
  });

  it.each([
    ['hang', 'timed-out'],
    ['die', 'reader-crashed'],
    ['grow', 'out-of-memory'],
  ] as const)('replaces a worker that would %s, and fails its call only', async (misdeed, code) => {
    const pool = makePool(misdeed === 'hang' ? 3_000 : 20_000);
    const outcomes = await Promise.all([codeOf(pool.call(misdeed, undefined)), codeOf(pool.call(misdeed, undefined)), codeOf(pool.call('double', 1)), codeOf(pool.call('double', 2))]);
    expect(outcomes).toEqual([code, code, 'resolved', 'resolved']);
    expect(await pool.call('double', 4)).toBe(8);
  });

  it('refuses calls after it was closed, and ends those that wait', async () => {
    const pool = makePool();
    const waiting = Promise.all(Array.from({ length: 9 }, () => codeOf(pool.call('hang', undefined))));
    await pool.close();
    expect(new Set(await waiting)).toEqual(new Set(['closed']));
    expect(await codeOf(pool.call('double', 1))).toBe('closed');
  });
});

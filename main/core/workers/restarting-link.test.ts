import { expect, it, onTestFinished } from 'vitest';
import type { UnrulyCalls } from './fixtures/unruly-worker.ts';
import { RestartingLink } from './restarting-link.ts';
import { WorkerLink } from './worker-link.ts';

it('a worker that died answers the next call, and none after it was ended', async () => {
  let started = 0;
  const link = new RestartingLink<UnrulyCalls>(() => {
    started += 1;
    return new WorkerLink<UnrulyCalls>(new URL('./fixtures/unruly-worker.ts', import.meta.url), undefined);
  });
  onTestFinished(() => link.end());
  expect(await link.call('double', 2)).toBe(4);
  await expect(link.call('die', undefined)).rejects.toMatchObject({ code: 'reader-crashed' });
  expect(await link.call('double', 3)).toBe(6);
  expect(started).toBe(2);
  await link.end();
  await expect(link.call('double', 4)).rejects.toMatchObject({ code: 'closed' });
  expect(started).toBe(2);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throttle } from './throttle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('answers the first request at once and a burst once more', () => {
  const run = vi.fn<() => void>();
  const { request } = throttle(run, 1_000);
  for (let event = 0; event < 2_000; event += 1) request();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(2);
});

it('runs no more often than the interval while requests keep coming', () => {
  const run = vi.fn<() => void>();
  const { request } = throttle(run, 1_000);
  for (let step = 0; step < 100; step += 1) {
    request();
    vi.advanceTimersByTime(100);
  }
  expect(run.mock.calls.length).toBeLessThanOrEqual(11);
});

it('forgets a waiting request when cancelled', () => {
  const run = vi.fn<() => void>();
  const { request, cancel } = throttle(run, 1_000);
  request();
  request();
  cancel();
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(1);
});

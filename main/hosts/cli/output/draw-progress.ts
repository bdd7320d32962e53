import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../../contract/imports.ts';

export interface ProgressBar {
  update(progress: ImportProgress): void;
  stop(): void;
}

/** A bar with count, rate and time left on standard error. */
export function drawProgress(): ProgressBar {
  const bar = new SingleBar(
    { format: '{bar} {value}/{total}  {rate}/s  {left} left  {failed} failed', stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(1, 0, { rate: 0, left: '?', failed: 0 });
  return {
    update({ found, done, seconds, counts }) {
      const rate = seconds > 0 ? done / seconds : 0;
      const left = rate > 0 ? formatSeconds((found - done) / rate) : '?';
      bar.setTotal(Math.max(1, found));
      bar.update(done, { rate: rate.toFixed(0), left, failed: counts.failed ?? 0 });
    },
    stop: () => bar.stop(),
  };
}

function formatSeconds(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;
}

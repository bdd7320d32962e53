import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../../contract/imports.ts';

export interface ProgressBar {
  update(progress: ImportProgress): void;
  stop(): void;
}

/** A bar with count, rate and time left on standard error. */
export function drawProgress(): ProgressBar {
  const bar = new SingleBar({ format: '{bar} {words}', stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(1, 0, { words: 'looking for files' });
  return {
    update(progress) {
      // Until all files are listed the end is not known, and a bar that is nearly full would say that it is near.
      bar.setTotal(progress.state === 'receiving' ? Infinity : Math.max(1, progress.found));
      bar.update(progress.done, { words: progressWords(progress) });
    },
    stop: () => bar.stop(),
  };
}

/** How far an import is: `1200/5000  400/s  10 s left  0 failed`. Only what is known: no rate yet, no end yet. */
export function progressWords({ state, found, done, seconds, counts }: ImportProgress): string {
  const isListing = state === 'receiving';
  const rate = seconds >= 1 ? done / seconds : 0;
  const parts = [
    isListing ? `${done} of ${found} found so far` : `${done}/${found}`,
    ...(rate > 0 ? [`${rate.toFixed(rate < 10 ? 1 : 0)}/s`] : []),
    ...(rate > 0 && !isListing ? [`${formatSeconds((found - done) / rate)} left`] : []),
    `${counts.failed} failed`,
  ];
  return parts.join('  ');
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

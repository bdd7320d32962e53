import type { ImportProgress } from '../../main/contract/imports.ts';

export interface Estimate {
  readonly perSecond: number | null;
  /** Null while the end is not known. */
  readonly secondsLeft: number | null;
}

/** Speed and time left, from the whole run so far: steady rather than nervous. Null before they mean anything. */
export function estimateImport({ state, done, found, seconds }: ImportProgress): Estimate {
  if (seconds < 1 || done === 0 || state === 'paused') return { perSecond: null, secondsLeft: null };
  const perSecond = done / seconds;
  // While files are still coming in, what is found now is not all there is.
  return { perSecond, secondsLeft: state === 'running' ? (found - done) / perSecond : null };
}

/** For tests: how often a property is held against random values, in a soak as many times more as `CARREL_SOAK` says. */
export function randomRuns(count: number): number {
  return count * Number(process.env['CARREL_SOAK'] ?? 1);
}

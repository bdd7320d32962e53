import { defineConfig } from 'vitest/config';

/** `npm run soak` runs every property test this many times as often. */
const soakFactor = Number(process.env['CARREL_SOAK'] ?? 1);

export default defineConfig({
  test: {
    include: ['main/**/*.test.ts', 'renderer/**/*.test.ts', 'renderer/**/*.test.tsx', 'scripts/**/*.test.ts'],
    setupFiles: ['scripts/multiply-random-runs.ts'],
    testTimeout: 30_000 * soakFactor,
    // Two cores are the smallest machine that this runs on.
    maxWorkers: 2,
  },
});

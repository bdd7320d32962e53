import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run soak` runs every property test this many times as often. */
const soakFactor = Number(process.env['CARREL_SOAK'] ?? 1);

export default defineConfig({
  test: {
    include: ['main/**/*.test.ts', 'renderer/**/*.test.ts', 'renderer/**/*.test.tsx', 'scripts/**/*.test.ts'],
    setupFiles: ['scripts/multiply-random-runs.ts'],
    // No test may read or write the settings of whoever runs it.
    env: { CARREL_CONFIG: path.join(os.tmpdir(), `carrel-test-config-${process.pid}`) },
    testTimeout: 60_000 * soakFactor,
    // Two cores are the smallest machine that this runs on.
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['main/**/*.test.ts', 'renderer/**/*.test.ts', 'renderer/**/*.test.tsx', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    // Two cores are the smallest machine that this runs on.
    maxWorkers: 2,
  },
});

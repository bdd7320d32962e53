import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/fixtures/find-chromium.ts';

const chromium = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each test starts a host and a browser of its own; two at once are what two cores carry.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  // Longer than anybody would wait: on a machine that does other things as well five seconds are soon over.
  expect: { timeout: 15_000 },
  // Whoever uses a busy machine meets a browser that is late; what fails once and not again is named at the end.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
});

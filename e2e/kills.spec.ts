import { expect, test } from '@playwright/test';
import { runKills } from './fixtures/run-kills.ts';

test('an import that is killed loses nothing that it acknowledged', async () => {
  test.setTimeout(600_000);
  const { kills, inside, broken } = await runKills(30);
  expect(broken).toEqual([]);
  expect(kills).toBe(30);
  expect(inside).toBeGreaterThanOrEqual(20);
});

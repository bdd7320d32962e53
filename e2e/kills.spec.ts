import { expect, test } from '@playwright/test';
import { runChangeKills } from './fixtures/run-change-kills.ts';
import { runIndexKills } from './fixtures/run-index-kills.ts';
import { runKills } from './fixtures/run-kills.ts';

test('an import that is killed loses nothing that it acknowledged', async () => {
  test.setTimeout(600_000);
  const { kills, inside, broken } = await runKills(30);
  expect(broken).toEqual([]);
  expect(kills).toBe(30);
  expect(inside).toBeGreaterThanOrEqual(20);
});

test('an index that is killed while articles come, change and go agrees with the library again, and makes nothing anew that was lasting', async () => {
  test.setTimeout(600_000);
  const { kills, merged, kept, broken } = await runIndexKills(6);
  expect(broken).toEqual([]);
  expect(kills).toBe(6);
  expect(merged).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);
});

test('changes of state, tags, collections and facts that are killed lose nothing that was acknowledged, and are whole or not at all', async () => {
  test.setTimeout(600_000);
  const { acknowledged, broken } = await runChangeKills(8);
  expect(broken).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(8);
});

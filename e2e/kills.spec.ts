import { expect, test } from '@playwright/test';
import { runChangeKills } from './fixtures/run-change-kills.ts';
import { runIndexKills } from './fixtures/run-index-kills.ts';
import { runKills } from './fixtures/run-kills.ts';
import { runResumeKills } from './fixtures/run-resume-kills.ts';
import { runSaveKills } from './fixtures/run-save-kills.ts';
import { runWatchedKills } from './fixtures/run-watched-kills.ts';

test('an import that is killed loses nothing that it acknowledged', async () => {
  test.setTimeout(600_000);
  const { kills, inside, broken } = await runKills(2);
  expect(broken).toEqual([]);
  expect(kills).toBe(2);
  expect(inside).toBeGreaterThan(0);
});

test('an index that is killed while articles come, change and go agrees with the library again, and makes nothing anew that was lasting', async () => {
  test.setTimeout(600_000);
  const { kills, merged, kept, broken } = await runIndexKills(3);
  expect(broken).toEqual([]);
  expect(kills).toBe(3);
  expect(merged).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);
});

test('changes of state, tags, collections and facts that are killed lose nothing that was acknowledged, and are whole or not at all', async () => {
  test.setTimeout(600_000);
  const { acknowledged, broken } = await runChangeKills(3);
  expect(broken).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(3);
});

test('an import that is killed and gone on with, or begun again, ends complete with nothing twice', async () => {
  test.setTimeout(600_000);
  const { kills, inside, broken } = await runResumeKills(2);
  expect(broken).toEqual([]);
  expect(kills).toBe(2);
  expect(inside).toBeGreaterThan(0);
});

test('a host that is killed while files come into a watched folder ends with each of them in the library once', async () => {
  test.setTimeout(600_000);
  const { kills, inside, broken } = await runWatchedKills(2);
  expect(broken).toEqual([]);
  expect(kills).toBe(2);
  expect(inside).toBeGreaterThan(0);
});

test('a program that is killed while pages are saved, or kept and fetched later, has each of them once, or names it', async () => {
  test.setTimeout(240_000);
  const { kills, inside, broken } = await runSaveKills({ addresses: 30, kills: 1, rounds: 3 });
  expect(broken).toEqual([]);
  expect(kills).toBe(3);
  expect(inside).toBeGreaterThan(0);
});

// The long tests: full counts of random, attack and kill tests. `npm run soak` runs all that need no data of the
// user's; `npm run soak -- attacks PATH` sends any list or folder of vectors through an import into Chromium.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { loadVectors } from '../e2e/fixtures/load-vectors.ts';
import { runAttacks } from '../e2e/fixtures/run-attacks.ts';
import { findChromium } from '../e2e/fixtures/find-chromium.ts';
import { runChangeKills } from '../e2e/fixtures/run-change-kills.ts';
import { runIndexKills } from '../e2e/fixtures/run-index-kills.ts';
import { runKills } from '../e2e/fixtures/run-kills.ts';
import { runResumeKills } from '../e2e/fixtures/run-resume-kills.ts';
import { runSaveKills } from '../e2e/fixtures/run-save-kills.ts';
import { runWatchedKills } from '../e2e/fixtures/run-watched-kills.ts';
import { soakArchives } from './soak/soak-archives.js';
import { soakQueries } from './soak/soak-queries.js';

const [what, ...rest] = process.argv.slice(2);

/** @type {Record<string, () => Promise<boolean> | boolean>} */
const SOAKS = {
  /** Every property test with twenty times its runs. */
  random: () => spawnSync('vitest', ['run', 'main', 'renderer'], { stdio: 'inherit', env: { ...process.env, CARREL_SOAK: '20' } }).status === 0,
  kills: async () => {
    const { kills, inside, broken } = await runKills(Number(rest[0] ?? 100), console.log);
    for (const line of broken) console.log(`BROKEN ${line}`);
    console.log(`${kills} kills, ${inside} between the first and the last acknowledged item, ${broken.length} broken`);
    const again = await runResumeKills(kills, console.log);
    for (const line of again.broken) console.log(`BROKEN ${line}`);
    console.log(`${again.kills} kills of imports that were gone on with, ${again.inside} while articles came, ${again.broken.length} broken`);
    const watched = await runWatchedKills(Math.ceil(kills / 2), console.log);
    for (const line of watched.broken) console.log(`BROKEN ${line}`);
    console.log(`${watched.kills} kills while files came into a watched folder, ${watched.inside} before all were there, ${watched.broken.length} broken`);
    const changes = await runChangeKills(kills);
    for (const line of changes.broken) console.log(`BROKEN ${line}`);
    console.log(`${changes.kills} kills while articles were changed, ${changes.acknowledged} changes acknowledged, ${changes.broken.length} broken`);
    const index = await runIndexKills(Math.ceil(kills / 2), console.log);
    for (const line of index.broken) console.log(`BROKEN ${line}`);
    console.log(`${index.kills} kills while an index was kept, ${index.kept} articles in lasting files, ${index.merged} merged files, ${index.again} articles indexed again, ${index.broken.length} broken`);
    return broken.length === 0 && again.broken.length === 0 && watched.broken.length === 0 && index.broken.length === 0 && changes.broken.length === 0 && inside >= (kills * 2) / 3;
  },
  /** Two archives larger than memory should be, each killed ten times: twenty gigabytes of disk, and most of an hour. */
  archives: () => soakArchives(rest),
  /** Two hundred addresses, killed five times each way: gone on with, begun again, kept and fetched later. */
  saves: async () => {
    const { kills, inside, broken } = await runSaveKills({ addresses: 200, kills: 5, rounds: 3 }, console.log);
    for (const line of broken) console.log(`BROKEN ${line}`);
    console.log(`${kills} kills while pages were saved, ${inside} before all were there, ${broken.length} broken`);
    return broken.length === 0;
  },
  attacks: () => attack(rest),
  queries: () => soakQueries(rest),
  /** Every state of the window in each theme at each size; the pictures lie in test-results/states. */
  states: () => spawnSync('playwright', ['test', 'e2e/states.spec.ts'], { stdio: 'inherit', env: { ...process.env, CARREL_SOAK: '1' } }).status === 0,
};

/** @param {readonly string[]} places */
async function attack(places) {
  const vectors = places.flatMap(loadVectors);
  if (vectors.length === 0) throw new Error('Name a file or folder of attack vectors: npm run soak -- attacks PATH');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-attacks-'));
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    const { opened, refused, broken } = await runAttacks(browser, folder, vectors, (done) => {
      if (done % 200 === 0) console.log(`${done} of ${vectors.length}`);
    });
    for (const line of broken) console.log(`BROKEN ${line}`);
    console.log(`${vectors.length} vectors: ${opened} opened, ${refused} with nothing left or refused, ${broken.length} broken`);
    return broken.length === 0;
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const chosen = what === undefined ? ['random', 'kills', 'saves', 'queries', 'states'] : [what];
for (const name of chosen) {
  const soak = SOAKS[name];
  if (!soak) throw new Error(`There is no soak test named "${name}". There are: ${Object.keys(SOAKS).join(', ')}`);
  console.log(`Soak: ${name}`);
  if (!(await soak())) process.exitCode = 1;
}

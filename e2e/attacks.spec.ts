import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { attackFragments, attackPage } from './fixtures/attack-fragments.ts';
import { runAttacks } from './fixtures/run-attacks.ts';

for (const document of ['article', 'snapshot'] as const) test(`every attack fragment is harmless in the ${document}, in the locked frame and without any other lock`, async ({ browser }) => {
  test.setTimeout(300_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-attacks-'));
  try {
    const vectors = attackFragments.map((fragment) => ({ name: fragment.name, html: attackPage(fragment) }));
    const { opened, refused, broken } = await runAttacks(browser, folder, vectors, undefined, document);
    expect(broken).toEqual([]);
    expect(opened).toBeGreaterThan(60);
    expect(refused).toBeLessThan(vectors.length / 10);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test('the runner notices an attack that gets through', async ({ browser }) => {
  // A planted hole: the same page without the sanitizer must be reported, or the test above proves nothing.
  const context = await browser.newContext();
  const page = await context.newPage();
  const ran: string[] = [];
  await page.exposeFunction('__attacked', (name: string) => ran.push(name));
  for (const fragment of attackFragments.filter(({ kind }) => kind === 'script' || kind === 'handler')) {
    await page.setContent(attackPage(fragment)).catch(() => {});
  }
  await expect.poll(() => ran.length).toBeGreaterThan(3);
  await context.close();
});

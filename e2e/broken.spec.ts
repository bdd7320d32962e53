import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, expectOpen, openArticle, place, reader, row } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

test('a fault in one part of the window leaves the rest alive, and the part can be shown again', async ({ app, page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await app.open(page);
  await importFolder(page, app.writeFiles(SAMPLE_FILES));
  await place(page, 'All').click();
  await expect(row(page, SAMPLE_TITLES[0])).toBeVisible();

  // An answer that no library gives: drawing it fails.
  await page.route('**/api/articles.get', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    await route.fulfill({ json: { ok: true, value: { ...body.value, state: null } } });
  });
  await row(page, SAMPLE_TITLES[0]).click();
  const alert = page.getByRole('alert').filter({ hasText: 'This part of the window has failed' });
  await expect(alert).toContainText('your articles are safe');
  expect(faults.length).toBeGreaterThan(0);

  // List, navigation and library go on.
  await articleList(page).focus();
  await page.keyboard.press('End');
  expect((await call(page, 'library.counts', {})).articles).toBe(SAMPLE_TITLES.length);

  await page.unroute('**/api/articles.get');
  await openArticle(page, SAMPLE_TITLES[1]);
  await row(page, SAMPLE_TITLES[0]).click();
  await page.reload();
  await expectOpen(page, SAMPLE_TITLES[0]);
  await expect(reader(page)).toBeVisible();
});

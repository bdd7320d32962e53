import type { Page } from '@playwright/test';
import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { articleText, expectOpen, openArticle, place, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const PAPERS = {
  Light: 'rgb(253, 252, 249)',
  Sepia: 'rgb(246, 236, 215)',
  Dark: 'rgb(27, 26, 24)',
  'High contrast': 'rgb(255, 255, 255)',
};

function paper(window: Page): Promise<string> {
  return window.locator('.wide-pane').evaluate((pane) => getComputedStyle(pane).backgroundColor);
}

/** By its label, as a user does. */
async function choose(window: Page, name: string): Promise<void> {
  await window.getByRole('main').locator('label', { hasText: new RegExp(`^${name}$`) }).click();
}

test('each theme is seen at once, stays after a restart, and the system decides again when asked to', async ({ app, window }) => {
  await window.emulateMedia({ colorScheme: 'light' });
  await place(window, 'Settings').click();
  for (const [name, colour] of Object.entries(PAPERS)) {
    await choose(window, name);
    await expect.poll(() => paper(window), name).toBe(colour);
    await expect(window.getByRole('radio', { name, exact: true })).toBeChecked();
  }
  await expect.poll(async () => (await call(window, 'settings.get', {})).theme).toBe('contrast');
  await app.restart();
  await app.open(window);
  await place(window, 'Settings').click();
  await expect(window.getByRole('radio', { name: 'High contrast' })).toBeChecked();
  await choose(window, 'Follow the system');
  await expect.poll(() => paper(window)).toBe(PAPERS.Light);
  await window.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => paper(window)).toBe(PAPERS.Dark);
});

test('who asks the system for more contrast gets it without asking Carrel', async ({ window }) => {
  await place(window, 'Settings').click();
  await window.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await expect.poll(() => paper(window)).toBe('rgb(0, 0, 0)');
  await window.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' });
  await expect.poll(() => paper(window)).toBe(PAPERS.Dark);
});

test('typeface, size and lines hold for the open article and for the next one', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  const type = () =>
    articleText(window)
      .locator('body')
      .evaluate((body) => {
        const { fontFamily, fontSize, lineHeight } = getComputedStyle(body);
        return { face: fontFamily.split(',')[0], size: Number.parseFloat(fontSize), lines: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) };
      });
  const before = await type();
  await toolbar(window).getByRole('button', { name: 'Appearance' }).click();
  const panel = window.getByRole('dialog', { name: 'Appearance' });
  await panel.locator('label', { hasText: 'Extra legible' }).click();
  await panel.getByRole('slider', { name: 'Text size' }).press('ArrowRight');
  await panel.getByRole('slider', { name: 'Line spacing' }).press('End');
  await expect.poll(async () => (await type()).face).toBe('"Atkinson Hyperlegible Next Variable"');
  await expect.poll(async () => (await type()).size / before.size).toBeCloseTo(1.1);
  expect((await type()).lines).toBeCloseTo(2.4);
  await window.keyboard.press('Escape');
  await window.keyboard.press('+');
  await expect.poll(async () => (await type()).size).toBeCloseTo(before.size * 1.2);

  await openArticle(window, SAMPLE_TITLES[1]);
  await expect.poll(async () => (await type()).size).toBeCloseTo(before.size * 1.2);
  // The bundled face was really fetched and is what the text is drawn with.
  expect(await articleText(window).locator('body').evaluate((body) => body.ownerDocument.fonts.check('16px "Atkinson Hyperlegible Next Variable"'))).toBe(true);
});

test('letters alone do nothing once that is switched off', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'Settings').click();
  await window.getByRole('checkbox', { name: 'Letters alone are commands' }).uncheck();
  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  await window.keyboard.press('f');
  await window.keyboard.press('?');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(toolbar(window).getByRole('button', { name: 'Add to favourites' })).toBeVisible();
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: 'All commands' })).toBeVisible();
});

test('an import does with what is there already what the user chose', async ({ app, window }) => {
  const folder = app.writeFiles(SAMPLE_FILES);
  await importFolder(window, folder);
  await place(window, 'Settings').click();
  await choose(window, 'Replace the article');
  await expect.poll(async () => (await call(window, 'settings.get', {})).onDuplicate).toBe('replace');
  await importFolder(window, folder);
  const [newest] = (await call(window, 'imports.list', {})).imports;
  if (!newest) throw new Error('No import');
  const { entries } = await call(window, 'imports.entries', { importId: newest.id, list: 'duplicates', offset: 0, limit: 10 });
  expect(entries.map((entry) => ('action' in entry ? entry.action : null))).toEqual(['replaced', 'replaced', 'replaced']);
});

test('a setting that cannot be kept is taken back, and that is said', async ({ window }) => {
  await place(window, 'Settings').click();
  const before = await paper(window);
  await window.route('**/api/settings.change', (route) =>
    route.fulfill({ status: 500, json: { ok: false, error: { code: 'disk-full', message: 'The disk is full.' } } }),
  );
  await choose(window, 'Sepia');
  await expect(window.getByRole('status', { name: 'Messages' })).toContainText(/disk/i);
  await expect.poll(() => paper(window)).toBe(before);
});

test('the library tells where it lies and what it holds, and proves that all of it is there', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'Settings').click();
  await expect(window.getByRole('definition').filter({ hasText: app.library })).toBeVisible();
  await window.getByRole('button', { name: 'Check the library' }).click();
  await expect(window.getByText('All is well: 3 articles checked, nothing is missing or damaged.')).toBeVisible();
});

test('headings of an article are a table of contents to jump by', async ({ app, window }) => {
  const chapters = Array.from({ length: 6 }, (_, chapter) => `## Chapter ${chapter + 1}\n\n${'Word upon word fills the page of the almanac. '.repeat(90)}\n`);
  await importFolder(window, app.writeFiles({ 'almanac.md': `# The almanac\n\n${chapters.join('\n')}` }));
  await place(window, 'All').click();
  await openArticle(window, 'The almanac');
  await toolbar(window).getByRole('button', { name: 'Contents' }).click();
  await window.getByRole('menuitem', { name: 'Chapter 5' }).click();
  await expect(articleText(window).getByRole('heading', { name: 'Chapter 5' })).toBeInViewport();
  await expectOpen(window, 'The almanac');
});

test('keys pressed in the panel of appearance do nothing to the article under it', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  await toolbar(window).getByRole('button', { name: 'Appearance' }).click();
  const panel = window.getByRole('dialog', { name: 'Appearance' });
  await panel.getByRole('slider', { name: 'Text size' }).focus();
  for (const key of ['Delete', 'e', 'f']) await window.keyboard.press(key);
  await window.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(toolbar(window).getByRole('button', { name: 'Add to favourites' })).toBeVisible();
  const { state } = (await call(window, 'articles.list', {})).articles.find(({ title }) => title === SAMPLE_TITLES[0]) ?? {};
  expect(state).toMatchObject({ trashed: false, archived: false, favourite: false });
});

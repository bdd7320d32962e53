import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, expectOpen, openArticle, place, row, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

test('two windows on one library follow each other', async ({ app, window, context }) => {
  const other = await context.newPage();
  await other.goto(app.host.origin);
  await expect(other.getByRole('heading', { name: 'Welcome to Carrel' })).toBeVisible();

  await window.bringToFront();
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await expect(articleList(other).getByRole('option')).toHaveCount(3);
  await expect(place(other, 'Unread')).toContainText('3');

  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  await openArticle(other, SAMPLE_TITLES[0]);
  await toolbar(window).getByRole('button', { name: 'Add to favourites' }).click();
  await expect(toolbar(other).getByRole('button', { name: 'Remove from favourites' })).toBeVisible();
  await expect(place(other, 'Favourites')).toContainText('1');

  await toolbar(other).getByRole('button', { name: 'Move to trash' }).click();
  await expect(row(window, SAMPLE_TITLES[0])).toHaveCount(0);
  await expect(toolbar(window)).toContainText('This article is in the trash.');
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(row(window, SAMPLE_TITLES[0])).toBeVisible();

  await window.keyboard.press('Control+k');
  await window.keyboard.type('theme: dark');
  await expect(window.getByRole('option', { name: /^Theme: dark/ })).toHaveAttribute('data-focused');
  await window.keyboard.press('Enter');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a copied link opens the article in another window, and back leads where one was', async ({ app, window, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'Unread').click();
  await openArticle(window, SAMPLE_TITLES[1]);
  await toolbar(window).getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Copy the link to this article' }).click();
  await expect(window.getByRole('status', { name: 'Messages' })).toContainText('Link to the article copied');
  const link = await window.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expectOpen(other, SAMPLE_TITLES[1]);

  await window.reload();
  await expectOpen(window, SAMPLE_TITLES[1]);
  await window.goBack();
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
  await expect(window.getByRole('heading', { name: 'Unread', level: 1 })).toBeVisible();
});

import type { Page } from '@playwright/test';
import { COMMANDS } from '../main/contract/commands.ts';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, openArticle, place, row, searchBox, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

function palette(window: Page) {
  return window.getByRole('dialog', { name: 'All commands' });
}

/** Opens the palette, types, and takes what comes first. */
async function command(window: Page, typed: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await expect(palette(window).getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await window.keyboard.type(typed);
  await expect(palette(window).getByRole('option').first()).toHaveAttribute('data-focused');
  await window.keyboard.press('Enter');
  await expect(palette(window)).toBeHidden();
}

test('every command is in the palette, with its keys', async ({ window }) => {
  await window.keyboard.press('Control+k');
  for (const [name, { title, keys }] of Object.entries(COMMANDS)) {
    if (name === 'palette') continue;
    const option = palette(window).getByRole('option').filter({ has: window.getByText(title, { exact: true }) });
    await expect(option, name).toBeAttached();
    const [first] = keys;
    if (first) await expect(option.locator('kbd').last()).toHaveText(/./);
  }
});

test('a command is found by a part of its name and done with Enter', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await command(window, 'show all art');
  await expect(window.getByRole('heading', { name: 'All articles' })).toBeVisible();
  await command(window, 'theme: sep');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await command(window, 'search the lib');
  await expect(searchBox(window)).toBeFocused();
});

test('a command acts on what had the focus before the palette', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  await command(window, 'favourites or');
  await expect(toolbar(window).getByRole('button', { name: 'Remove from favourites' })).toBeVisible();
  await command(window, 'move to trash');
  await expect(row(window, SAMPLE_TITLES[0])).toHaveCount(0);
  await command(window, 'undo');
  await expect(row(window, SAMPLE_TITLES[0])).toBeVisible();
});

test('what cannot be done here can be read and not chosen', async ({ window }) => {
  await place(window, 'Settings').click();
  await window.keyboard.press('Control+k');
  const option = palette(window).getByRole('option').filter({ has: window.getByText('Next article', { exact: true }) });
  await expect(option).toHaveAttribute('aria-disabled', 'true');
  await window.keyboard.press('Escape');
  await expect(palette(window)).toBeHidden();
});

test('the focus goes back to where it was when the palette is left', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await articleList(window).focus();
  await window.keyboard.press('Control+k');
  await expect(palette(window)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(articleList(window)).toBeFocused();
});

test('whoever types and presses Enter at once gets what was typed', async ({ window }) => {
  for (const [typed, path] of [['settings', '/settings'], ['show imports', '/import'], ['show the trash', '/trash']] as const) {
    await window.keyboard.press('Control+k');
    await expect(palette(window).getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await window.keyboard.insertText(typed);
    await window.keyboard.press('Enter');
    await expect.poll(() => new URL(window.url()).pathname).toBe(path);
    await expect(palette(window)).toBeHidden();
  }
});

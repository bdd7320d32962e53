import type { Page } from '@playwright/test';
import { COMMANDS, type CommandName } from '../main/contract/commands.ts';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, place, type PlaceName } from './fixtures/parts.ts';
import { SAMPLE_FILES } from './fixtures/sample-files.ts';

const PLACES: readonly { readonly name: PlaceName; readonly command: CommandName; readonly heading: RegExp; readonly path: string }[] = [
  { name: 'All', command: 'go-all', heading: /^All articles/, path: '/' },
  { name: 'Unread', command: 'go-unread', heading: /^Unread/, path: '/unread' },
  { name: 'Favourites', command: 'go-favourites', heading: /^Favourites/, path: '/favourites' },
  { name: 'Archive', command: 'go-archive', heading: /^Archive/, path: '/archive' },
  { name: 'Trash', command: 'go-trash', heading: /^Trash/, path: '/trash' },
  { name: 'Import', command: 'go-import', heading: /^Import/, path: '/import' },
  { name: 'Settings', command: 'go-settings', heading: /^Settings/, path: '/settings' },
];

async function expectPlace(window: Page, { heading, path }: (typeof PLACES)[number]): Promise<void> {
  await expect(window.getByRole('main').getByRole('heading', { level: 1, name: heading })).toBeVisible();
  expect(new URL(window.url()).pathname).toBe(path);
}

/** Whether what has the focus is within the place, so that the next key acts there. */
function focusIsInMain(window: Page): Promise<boolean> {
  return window.evaluate(() => document.activeElement?.closest('main') !== null);
}

test('every place is reached with the keyboard alone, which then acts in it', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  for (const one of PLACES) {
    await window.keyboard.press('Control+k');
    await window.keyboard.type(COMMANDS[one.command].title);
    await expect(window.getByRole('option').filter({ has: window.getByText(COMMANDS[one.command].title, { exact: true }) })).toHaveAttribute('data-focused');
    await window.keyboard.press('Enter');
    await expectPlace(window, one);
    await expect.poll(() => focusIsInMain(window), one.name).toBe(true);
  }
});

test('every place is reached by roles and names alone, and the way back leads through them', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  for (const one of PLACES) {
    await place(window, one.name).click();
    await expectPlace(window, one);
    await expect(place(window, one.name)).toHaveAttribute('aria-current', 'page');
  }
  for (const one of PLACES.toReversed().slice(1)) {
    await window.goBack();
    await expectPlace(window, one);
  }
});

test('each place has one main part and one first heading', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  for (const one of PLACES) {
    await place(window, one.name).click();
    await expectPlace(window, one);
    await expect(window.getByRole('main')).toHaveCount(1);
    await expect(window.getByRole('navigation', { name: 'Library' })).toHaveCount(1);
    await expect(window.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
});

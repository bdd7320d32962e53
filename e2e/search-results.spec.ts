import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app-test.ts';
import { openFilled } from './fixtures/filled-library.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, searchBox } from './fixtures/parts.ts';

/** Ten subjects of sixty articles each; every other article has tags, and one in three is read. */
const ARTICLES = 600;

const filterPane = (window: Page) => window.getByRole('region', { name: 'Filters' });
const chips = (window: Page) => window.getByRole('group', { name: 'Active filters' });
const value = (window: Page, name: string) => filterPane(window).getByRole('checkbox', { name: new RegExp(`^${name}`) });
const expectFound = (window: Page, count: string) => expect(window.getByRole('status').filter({ hasText: `${count} in` })).toBeVisible();

test.beforeEach(async ({ app, window }) => {
  await openFilled(app, window, ARTICLES);
  await searchBox(window).fill('station');
  await searchBox(window).press('Enter');
  await expectFound(window, '600 articles');
});

test('filters narrow results down, live in the address, and go one by one or all at once', async ({ window }) => {
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(value(window, 'tide')).toHaveAccessibleName(/60$/);
  await value(window, 'tide').check();
  await expectFound(window, '60 articles');
  // Another value of the same facet can still be chosen; other facets count within the choice.
  await value(window, 'lantern').check();
  await expectFound(window, '120 articles');
  await expect(value(window, 'Unread')).toHaveAccessibleName(/80$/);
  await value(window, 'Unread').press('Space');
  await expectFound(window, '80 articles');
  await expect(window.getByRole('button', { name: 'Filter, 3 active' })).toBeVisible();

  await window.reload();
  await expectFound(window, '80 articles');
  await expect(value(window, 'lantern')).toBeChecked();
  await chips(window).getByRole('button', { name: 'Remove the filter Tag: tide' }).click();
  await expectFound(window, '40 articles');
  await window.goBack();
  await expectFound(window, '80 articles');
  expect(await findViolations(window)).toEqual([]);

  await window.setViewportSize({ width: 900, height: 600 });
  await expect.poll(async () => (await articleList(window).boundingBox())?.width ?? 0).toBeGreaterThan(270);
  await filterPane(window).press('Escape');
  await expect(filterPane(window)).toHaveCount(0);
  await searchBox(window).fill('zeppelin');
  await expect(window.getByRole('heading', { name: 'Nothing left' })).toBeVisible();
  await searchBox(window).fill('station');
  await chips(window).getByRole('button', { name: 'Clear all' }).click();
  await expectFound(window, '600 articles');
  await expect(chips(window)).toHaveCount(0);
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, articleText, openArticle, place, row, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

// The window itself is held against the same rules in each of its states: states.spec.ts.

test('the text of an article breaks no rule of accessibility, in both themes', async ({ app, window, context }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  for (const title of SAMPLE_TITLES) {
    await openArticle(window, title);
    const address = await window.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.href ?? '');
    // The same document and style sheet without its locks, so that axe can run in it.
    const copy = await context.newPage();
    await copy.route(address, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await copy.emulateMedia({ colorScheme });
      await copy.goto(address);
      // In the window the text stands on the window's own paper.
      await copy.addStyleTag({ content: 'html { background: var(--paper) }' });
      // Title and landmarks are the window's, around the frame.
      const { violations } = await new AxeBuilder({ page: copy }).setLegacyMode().disableRules(['region', 'page-has-heading-one', 'landmark-one-main']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), `${title}, ${colorScheme}`).toEqual([]);
    }
    await copy.close();
  }
});

/** By the button beside the open article. */
async function chooseTheme(window: Page, name: string): Promise<void> {
  await toolbar(window).getByRole('button', { name: 'Appearance' }).click();
  const panel = window.getByRole('dialog', { name: 'Appearance' });
  await panel.locator('label', { hasText: new RegExp(`^${name}$`) }).click();
  await expect(panel.getByRole('radio', { name, exact: true })).toBeChecked();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog', { name: 'Appearance' })).toBeHidden();
}

test('the theme that the user chooses holds in window and article, over what the system says', async ({ app, window }) => {
  await window.emulateMedia({ colorScheme: 'light' });
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  const shades = () =>
    window.evaluate(() => {
      const inFrame = document.querySelector('iframe')?.contentDocument?.body;
      return [document.body, inFrame].map((body) => (body ? getComputedStyle(body).color : ''));
    });
  const [light] = await shades();
  await chooseTheme(window, 'Dark');
  await expect.poll(async () => (await shades()).filter((shade) => shade === light)).toEqual([]);
  const [dark, darkText] = await shades();
  expect(darkText).toBe(dark);
  await window.reload();
  await expect(articleText(window).locator('body > article')).not.toBeEmpty();
  await expect.poll(async () => (await shades())[0]).toBe(dark);
  await chooseTheme(window, 'Follow the system');
  await expect.poll(async () => (await shades())[0]).toBe(light);
});

test('nothing moves when the system asks for less motion', async ({ app, window }) => {
  const moving = () =>
    window.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const animated = animationName !== 'none' && Number.parseFloat(animationDuration) > 0;
          return animated || scrollBehavior === 'smooth' || transitionDuration.split(',').some((duration) => Number.parseFloat(duration) > 0);
        })
        .map((element) => element.className || element.localName),
    );
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  const motions = await moving();
  expect(motions.length).toBeGreaterThan(0);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
  await place(window, 'All').click();
  await openArticle(window, SAMPLE_TITLES[0]);
  expect(await moving()).toEqual([]);
});

test('forced colours leave focus, choice and edges to be seen', async ({ app, window }) => {
  await window.emulateMedia({ forcedColors: 'active' });
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await expect(row(window, SAMPLE_TITLES[0])).toBeVisible();
  await articleList(window).focus();
  await window.keyboard.press('Home');
  const outline = (selector: string) => window.locator(selector).first().evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline('[role=option][data-active]')).toBe('solid');
  expect(await outline('a[aria-current=page]')).toBe('solid');
  await window.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
  expect(await outline('button:focus')).toBe('solid');
  await place(window, 'Settings').click();
  expect(await outline('label:has(:checked)')).toBe('solid');
});

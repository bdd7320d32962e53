import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures/app-test.ts';
import { openFilled, titleOf } from './fixtures/filled-library.ts';
import { articleList, messages, place, row, selectionBar } from './fixtures/parts.ts';
import { describeTimes, keyTimes, rowsSeen, timeKeys, watchRows } from './fixtures/watch-rows.ts';

const ARTICLES = 100_000;

/** A change of the whole list takes a second or two, on a machine that has much else to do several times that. */
const WHOLE_LIST_MS = 60_000;

test.slow();

/**
 * Of a hundred frames so many may come before their rows, on a machine that has much else to do: they show the pattern
 * that the list has under its rows, and never nothing.
 */
const LATE_FRAMES = 0.02;

/** Scrolls in one way, and looks at every frame meanwhile: rows cover the list, be they only on their way. */
async function expectNoGaps(window: Page, name: string, scroll: () => Promise<void>): Promise<void> {
  await watchRows(window);
  await scroll();
  const { frames, moving, uncovered, widest, skeletons } = await rowsSeen(window);
  console.log(`${name}: ${frames} frames, ${moving} of them moving, ${skeletons} with rows on their way, ${uncovered} not covered, widest gap ${widest} px`);
  expect(moving, name).toBeGreaterThan(0);
  expect(uncovered / frames, name).toBeLessThanOrEqual(LATE_FRAMES);
}

/** Holds a key as a keyboard repeats it. */
async function holdKey(window: Page, key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press += 1) await window.keyboard.down(key);
  await window.keyboard.up(key);
}

test('a list of 100,000 articles scrolls without a blank frame, and all of it can be worked on at once', async ({ app, window }) => {
  test.setTimeout(600_000);
  await openFilled(app, window, ARTICLES);
  await expect(row(window, titleOf(ARTICLES - 1))).toBeVisible();
  await expect(place(window, 'All')).toContainText('100,000');
  const list = articleList(window);

  await list.hover();
  await expectNoGaps(window, 'wheel', async () => {
    for (let turn = 0; turn < 60; turn += 1) await window.mouse.wheel(0, turn < 40 ? 900 : -1_400);
  });
  await expectNoGaps(window, 'scroll bar', async () => {
    for (let step = 0; step <= 40; step += 1) {
      await list.evaluate((element, share) => {
        element.scrollTop = (element.scrollHeight - element.clientHeight) * share;
      }, step / 40);
    }
  });
  await expect(row(window, titleOf(0))).toBeVisible();

  await list.focus();
  await window.keyboard.press('Home');
  await expect(row(window, titleOf(ARTICLES - 1))).toBeInViewport();
  await timeKeys(window);
  for (const [name, key, times] of [['PageDown held', 'PageDown', 60], ['ArrowDown held', 'ArrowDown', 120], ['End and Home', 'End', 1], ['Home', 'Home', 1]] as const) {
    await expectNoGaps(window, name, () => holdKey(window, key, times));
    console.log(`${name}: a key is answered in ${describeTimes(await keyTimes(window))}`);
  }

  await window.keyboard.press('Control+a');
  await expect(selectionBar(window)).toContainText('100,000 selected');
  await window.keyboard.press('f');
  await expect(messages(window)).toContainText('90,000 articles added to favourites', { timeout: WHOLE_LIST_MS });
  await expect(place(window, 'Favourites')).toContainText('100,000', { timeout: WHOLE_LIST_MS });
  await window.keyboard.press('Control+z');
  await expect(messages(window)).toContainText('Taken back for 90,000 articles', { timeout: WHOLE_LIST_MS });
  await expect(place(window, 'Favourites')).toHaveText(/\D10,000$/, { timeout: WHOLE_LIST_MS });
  expect((await call(window, 'library.counts', {})).favourites).toBe(10_000);
});

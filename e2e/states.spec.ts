import path from 'node:path';
import { expect, test } from './fixtures/app-test.ts';
import { APPEARANCES, applyAppearance } from './fixtures/appearances.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { SAVING_STATES } from './fixtures/saving-states.ts';
import { SEARCH_STATES } from './fixtures/search-states.ts';
import { WINDOW_STATES } from './fixtures/window-states.ts';

const WHOLE = [
  { of: 'the window', states: WINDOW_STATES },
  { of: 'searching', states: SEARCH_STATES },
  { of: 'saving', states: SAVING_STATES },
];

/** Every day each state is looked at in one of the appearances, and passed through in the others; in `npm run soak` it is in all. */
const isSoak = process.env['CARREL_SOAK'] !== undefined;

for (const { appearance, turn, of, states } of APPEARANCES.flatMap((appearance, turn) => WHOLE.map((whole) => ({ appearance, turn, ...whole })))) {
  test(`${isSoak ? 'every state' : 'every other state'} of ${of} is shown whole and breaks no rule of accessibility: ${appearance.name}`, async ({ app, window }, { project }) => {
    test.setTimeout(240_000);
    await applyAppearance(window, appearance);
    const broken: Record<string, readonly string[]> = {};
    for (const [index, { name, reach }] of states.entries()) {
      await test.step(name, async () => {
        await reach(app, window);
        if (!isSoak && index % APPEARANCES.length !== turn) return;
        const file = `${String(index).padStart(2, '0')}-${name}-${appearance.name.replace(' ', '-')}.png`;
        await window.screenshot({ path: path.join(project.outputDir, 'states', file), animations: 'disabled' });
        const found = [...(await window.evaluate(findCut)), ...(await findViolations(window))];
        if (found.length > 0) broken[name] = found;
      });
    }
    expect(broken).toEqual({});
  });
}

/** Runs in the window, which itself never scrolls: what is wider than its place. */
function findCut(): string[] {
  const wide = [...document.querySelectorAll<HTMLElement>('button, a.place, h1, .state-message')].filter(
    (element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && !element.closest('.skip-links') && getComputedStyle(element).display !== 'inline',
  );
  const root = document.documentElement;
  const scrolls = root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight;
  return [...wide.map((element) => `cut: ${element.textContent}`), ...(scrolls ? ['the window scrolls'] : [])];
}

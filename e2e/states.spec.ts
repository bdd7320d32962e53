import path from 'node:path';
import { expect, test } from './fixtures/app-test.ts';
import { APPEARANCES, applyAppearance } from './fixtures/appearances.ts';
import { WINDOW_STATES } from './fixtures/window-states.ts';

for (const appearance of APPEARANCES) {
  test(`every state is shown as designed: ${appearance.name}`, async ({ app, window }, { project }) => {
    test.setTimeout(180_000);
    await applyAppearance(window, appearance);
    for (const [index, { name, reach }] of WINDOW_STATES.entries()) {
      await test.step(name, async () => {
        await reach(app, window);
        await expectNothingCut();
        const file = `${String(index).padStart(2, '0')}-${name}-${appearance.name.replace(' ', '-')}.png`;
        await window.screenshot({ path: path.join(project.outputDir, 'states', file), animations: 'disabled' });
      });
    }

    /** The window itself never scrolls, and no button's words are wider than the button. */
    async function expectNothingCut(): Promise<void> {
      const cut = await window.evaluate(() => {
        const names = [...document.querySelectorAll<HTMLElement>('button, a.place, h1, .state-message')]
          .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && !element.closest('.skip-links') && getComputedStyle(element).display !== 'inline')
          .map((element) => element.textContent ?? element.localName);
        const root = document.documentElement;
        if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) names.push('the window');
        return names;
      });
      expect(cut).toEqual([]);
    }
  });
}

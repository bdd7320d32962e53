import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, articleText, expectOpen, openArticle, place, reader, row, runByName, searchBox, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const MANY_SHAPES = 'Quillwork in many shapes';

/** All that an article's text may stand in; the filler makes it several pages long. */
const SHAPES_PAGE = `<!DOCTYPE html><html lang="en"><head><title>${MANY_SHAPES}</title><meta name="author" content="Tessa Quillford"></head><body><article>
<h1>${MANY_SHAPES}</h1>
<p>The first qu<b>ill</b> was cut for a har&shy;bour&nbsp;pilot, who signed with it<br>quills and all.</p>
${'<p>Between the tools and the tables there is a long room in which nothing of the kind is kept, and most visitors walk through it without a word.</p>'.repeat(12)}
<figure><img src="images/oven.png" alt="A quill that is only described"><figcaption>A <em>quill</em> in its box.</figcaption></figure>
<table><caption>Quills by year</caption><tr><th>Year</th><td>quill</td></tr><tr><td>1801</td><td>the <i>harbour</i> pilot</td></tr></table>
<p><ruby>漢<rt>quill</rt></ruby> and the harbour, pilot or not.</p>
<ul><li>One quill-pen</li><li>a qwill, misspelt</li></ul>
<pre>  quill   =
    "cut"</pre>
<details><summary>More</summary><p>A folded quill, the last.</p></details>
</article></body></html>`;

const FILES = { ...SAMPLE_FILES, 'bakery/shapes.html': SHAPES_PAGE };

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(FILES));
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(SAMPLE_TITLES.length + 1);
});

/** What the frame has painted, in order, as it reads. */
async function painted(window: Page, name: 'carrel-match' | 'carrel-current-match' = 'carrel-match'): Promise<string[]> {
  return await window.evaluate((paint) => {
    const inFrame = document.querySelector('iframe')?.contentDocument?.defaultView;
    const ranges = inFrame?.CSS.highlights.get(paint) ?? [];
    return [...ranges].map((range) => (inFrame && range instanceof inFrame.Range ? range.toString() : '').replaceAll('\u00ad', '').replace(/\s+/g, ' '));
  }, name);
}

/** Types a query and presses Enter: its first hit opens. */
async function searchFor(window: Page, query: string): Promise<void> {
  await searchBox(window).fill(query);
  await searchBox(window).press('Enter');
}

const counter = (window: Page) => toolbar(window).getByRole('group', { name: 'Matches' }).getByRole('status');

/** Whether what is painted as the current match can be seen in the window. */
async function isCurrentInView(window: Page): Promise<boolean> {
  return await window.evaluate(() => {
    const frame = document.querySelector('iframe');
    const inFrame = frame?.contentDocument?.defaultView;
    const [range] = inFrame?.CSS.highlights.get('carrel-current-match') ?? [];
    const page = document.querySelector('.reader-page')?.getBoundingClientRect();
    if (!frame || !inFrame || !page || !(range instanceof inFrame.Range)) return false;
    const { top, bottom, height } = range.getBoundingClientRect();
    const shift = frame.getBoundingClientRect().top;
    return height > 0 && top + shift >= page.top && bottom + shift <= page.bottom;
  });
}

test('Enter opens the first hit at its matches, which are painted for every kind of query where they stand', async ({ window }) => {
  test.slow();
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await searchFor(window, 'quill');
  await expectOpen(window, MANY_SHAPES);
  // All but the description of an image and the reading aid: both are no part of the text.
  await expect.poll(() => painted(window)).toEqual(['quill', 'quills', 'quill', 'Quills', 'quill', 'quill', 'quill', 'quill']);
  await expect(reader(window).getByRole('heading', { level: 1 }).locator('mark')).toHaveCount(0);
  await expect(counter(window)).toHaveText('Match 3 of 8');
  await expect.poll(() => isCurrentInView(window)).toBe(true);
  const document = await articleText(window).locator('html').innerHTML();
  expect(document).not.toContain('carrel-match');
  expect(await findViolations(window)).toEqual([]);

  const expected: Readonly<Record<string, readonly string[]>> = {
    'title:quillwork': [],
    'quillf*': [],
    'qwill~1': ['quill', 'quills', 'quill', 'Quills', 'quill', 'quill', 'qwill', 'quill', 'quill'],
    '"harbour pilot"': ['harbour pilot', 'harbour pilot', 'harbour, pilot'],
    '="folded quill"': ['folded quill'],
    'fold': ['folded'],
    'cut NEAR/4 pilot': ['cut', 'pilot'],
    'misspel': ['misspelt'],
    '*fold*': ['folded'],
    '"cut pilot"~4': ['cut', 'pilot'],
    'signed BEFORE/4 quills': ['signed', 'quills'],
    '(folded OR misspelt) AND NOT zeppelin': ['misspelt', 'folded'],
    '+(folded box) -zeppelin body:misspelt': ['box', 'misspelt', 'folded'],
  };
  for (const [query, marks] of Object.entries(expected)) {
    await searchFor(window, query);
    await expectOpen(window, MANY_SHAPES);
    await expect.poll(() => painted(window), query).toEqual(marks);
    if (marks.length > 0) await expect.poll(() => isCurrentInView(window), query).toBe(true);
  }
  await searchFor(window, 'title:quillwork');
  await expect(reader(window).getByRole('heading', { level: 1 }).locator('mark')).toHaveText(['Quillwork']);
  await searchFor(window, 'quillf*');
  await expect(reader(window).locator('.article-facts mark')).toHaveText(['Quillford']);
});

test('a hit that is opened with the pointer is shown at its matches, and the buttons walk through them', async ({ window }) => {
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await searchBox(window).fill('folded');
  await openArticle(window, MANY_SHAPES);
  await expect.poll(() => painted(window, 'carrel-current-match')).toEqual(['folded']);
  await expect.poll(() => isCurrentInView(window)).toBe(true);
  await searchBox(window).fill('quills');
  await openArticle(window, MANY_SHAPES);
  await expect(counter(window)).toHaveText('Match 3 of 8');
  await toolbar(window).getByRole('button', { name: 'Previous match' }).click();
  await toolbar(window).getByRole('button', { name: 'Previous match' }).click();
  await expect(counter(window)).toHaveText('Match 1 of 8');
  await expect.poll(() => isCurrentInView(window)).toBe(true);
  await toolbar(window).getByRole('button', { name: 'Take the marks away' }).click();
  await expect(counter(window)).toHaveCount(0);
  expect(await painted(window)).toEqual([]);
});

test('F3 walks from match to match and on to the next article, from anywhere; Escape takes the marks away', async ({ window }) => {
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await searchFor(window, 'keeper bakers kneaded harbour');
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  const titles = await articleList(window).getByRole('option').locator('.row-title').allTextContents();
  const open = (at: number) => expectOpen(window, titles[at] ?? '');
  await open(0);

  // To the end of the first article, by key and by button, and on.
  const lastOf = async () => Number(/of (\d+)$/.exec(await counter(window).innerText())?.[1]);
  await expect(counter(window)).toBeVisible();
  const first = await lastOf();
  for (let at = Number(/^\D*(\d+)/.exec(await counter(window).innerText())?.[1]); at < first; at += 1) {
    await window.keyboard.press('F3');
    await expect(counter(window)).toHaveText(`Match ${at + 1} of ${first}`);
  }
  await toolbar(window).getByRole('button', { name: 'Next match' }).click();
  await open(1);
  await expect(counter(window)).toHaveText(/^Match 1 of \d+$/);
  await toolbar(window).getByRole('button', { name: 'Previous match' }).click();
  await open(0);
  await expect(counter(window)).toHaveText(`Match ${first} of ${first}`);

  // With the focus in the text, where no script runs.
  await articleText(window).locator('p').first().click();
  await window.keyboard.press('Control+g');
  await open(1);
  await articleText(window).locator('p').first().click();
  await window.keyboard.press('Control+Shift+G');
  await open(0);
  await expect(counter(window)).toHaveText(`Match ${first} of ${first}`);
  // The keys of reading are as they were.
  await window.keyboard.press('j');
  await open(1);
  await window.keyboard.press('k');
  await open(0);
  await expect.poll(() => painted(window)).not.toEqual([]);

  // Gone for this article, and for no other.
  await window.keyboard.press('Escape');
  await expect(counter(window)).toHaveCount(0);
  expect(await painted(window)).toEqual([]);
  await window.keyboard.press('F3');
  await open(1);
  await expect(counter(window)).toHaveText(/^Match 1 of/);
  await window.keyboard.press('Shift+F3');
  await open(0);
  await expect(articleText(window).locator('p').first()).toBeVisible();
  await expect(counter(window)).toHaveCount(0);
  expect(await painted(window)).toEqual([]);
  await window.keyboard.press('Shift+F3');
  await expect(window.getByText('That was the first match of the first article.')).toBeVisible();
});

test('an article leads to others like it, and selected words to a search for them', async ({ app, window }) => {
  const report = (subject: string) => `${subject}\n\nThe tide gauge at the old mill was read twice by lantern light. The miller trusts neither the gauge nor the lantern, and says that ${subject.toLowerCase()} is written in the mud.\n`;
  await importFolder(window, app.writeFiles({ 'one.txt': report('A flood at the mill'), 'two.txt': report('The low water year') }, 'mills'));
  await place(window, 'All').click();
  await row(window, 'A flood at the mill').click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Find articles like this one' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Like “A flood at the mill”' })).toBeVisible();
  await expect(row(window, 'The low water year')).toBeVisible();
  await expect(row(window, 'A flood at the mill')).toHaveCount(0);
  await expect(window.getByText('They share some of these words')).toBeVisible();
  await expect(window.locator('.similar-words')).toContainText('gauge');
  expect(await findViolations(window)).toEqual([]);
  await expect(window).toHaveURL(/\/similar\/[\w-]+$/);
  await window.reload();
  await row(window, 'The low water year').click();
  await expectOpen(window, 'The low water year');

  // By the menu of the reader, and back past the articles that were opened on the way.
  await place(window, 'Unread').click();
  await row(window, 'A flood at the mill').click();
  await expectOpen(window, 'A flood at the mill');
  await toolbar(window).getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Find articles like this one' }).click();
  await row(window, 'The low water year').click();
  await expectOpen(window, 'The low water year');
  await window.getByRole('button', { name: 'Back to where you were' }).click();
  await expect(window).toHaveURL(/\/unread\/a\//);
  await expectOpen(window, 'A flood at the mill');

  await articleText(window).locator('p').first().evaluate((paragraph) => {
    const selection = paragraph.ownerDocument.getSelection();
    const text = paragraph.firstChild;
    const at = text?.nodeValue?.indexOf('lantern light') ?? -1;
    if (text && at >= 0) selection?.setBaseAndExtent(text, at, text, at + 'lantern light'.length);
  });
  await toolbar(window).getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Search for the selected words' }).click();
  await expect(searchBox(window)).toHaveValue('"lantern light"');
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
  await expect(row(window, 'The low water year').locator('mark')).toHaveText(['lantern', 'light']);

  // And by keys, where the pointer has only chosen a word.
  await openArticle(window, 'The low water year');
  await articleText(window).getByText('The miller trusts neither').dblclick({ position: { x: 4, y: 8 } });
  await window.keyboard.press('s');
  await expect(searchBox(window)).toHaveValue(/^"\w+"$/);
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Home');
  await window.keyboard.press('m');
  await expect(window.getByRole('heading', { level: 1, name: /^Like “/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(reader(window)).toBeFocused();
  await runByName(window, 'articles like this');
  await expect(window.getByRole('heading', { level: 1, name: /^Like “/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(searchBox(window)).toHaveValue(/^"\w+"$/);
});

test('the answer to what was typed last stays, in whatever order answers come', async ({ window }) => {
  const waiting: (() => void)[] = [];
  await window.route('**/api/search.query', async (route) => {
    const { query, explain } = z.object({ query: z.string(), explain: z.boolean().optional() }).parse(route.request().postDataJSON());
    if (explain !== true && query !== 'quill') await new Promise<void>((resolve) => waiting.push(resolve));
    // The window may have given up what it does not need any more.
    await route.continue().catch(() => {});
  });
  // While an answer is on its way what is typed waits for it, but Enter does not: the first word is asked by both.
  for (const [asked, typed] of ['sourdough', 'skerry', 'quince'].entries()) {
    await searchBox(window).fill(typed);
    await searchBox(window).press('Enter');
    await expect.poll(() => waiting.length).toBe(asked + 2);
  }
  await searchBox(window).fill('quill');
  await searchBox(window).press('Enter');
  await expect(row(window, MANY_SHAPES)).toBeVisible();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  const titles = await window.evaluateHandle(() => {
    const seen = new Set<string>();
    const note = () => document.querySelectorAll('.row-title').forEach((title) => seen.add(title.textContent ?? ''));
    note();
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  for (const answer of waiting.toReversed()) {
    const response = window.waitForResponse('**/api/search.query');
    answer();
    await response;
  }
  await window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await titles.evaluate((seen) => [...seen])).toEqual([MANY_SHAPES]);
});

test('a result says why it is here, with what each of its words counts', async ({ window }) => {
  await searchBox(window).fill('harbour keeper');
  const [LAMP] = SAMPLE_TITLES;
  await expect(row(window, LAMP).locator('mark').first()).toBeVisible();
  await row(window, LAMP).click({ button: 'right' });
  const asked = window.waitForRequest((request) => request.url().endsWith('/api/search.query') && request.postDataJSON()?.offset !== undefined && request.postDataJSON()?.limit === 1);
  await window.getByRole('menuitem', { name: 'Why is this here?' }).click();
  // Only this one is asked about.
  expect((await asked).postDataJSON()).toMatchObject({ limit: 1, explain: true, query: 'harbour keeper' });
  const dialog = window.getByRole('dialog', { name: `Why “${LAMP}” is here` });
  await expect(dialog).toContainText('Looked for: articles with “harbour” or words that begin with “keeper”');
  const rows = dialog.getByRole('table', { name: 'What each word adds to the score' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: 'keeper' })).toContainText(/text\s*twice|text\s*2 times/);
  await expect(rows.filter({ hasText: 'harbour' })).toContainText(/text\s*once/);
  const numbers = (await rows.locator('.why-number').allTextContents()).map(Number);
  expect((numbers[0] ?? 0) + (numbers[1] ?? 0)).toBeCloseTo(numbers[2] ?? 0, 2);
  expect(await findViolations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('w');
  await expect(window.getByRole('dialog', { name: /^Why “/ })).toBeVisible();
});

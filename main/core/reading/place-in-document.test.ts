import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { isReadCharacter, placeInTexts, READING_AIDS } from '../../contract/read-characters.ts';
import { htmlToText } from '../extract/html/html-to-text.ts';
import { parseHtml } from '../extract/html/parse-html.ts';
import { sanitizeHtml } from '../extract/html/sanitize-html.ts';
import { prepareFile } from '../import/prepare-file.ts';
import { placeInDocument } from './place-in-document.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../resources/samples');

/** The words of a text, as marks. */
const markWords = (text: string): [number, number][] => Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => [index, index + word.length]);

/** The texts that a window walks over, of the whole document as it is served. */
function textsOf(html: string): string[] {
  const texts: string[] = [];
  const walk = (node: Nodes, inArticle: boolean): void => {
    if (node.type === 'text' && inArticle) texts.push(node.value);
    if (!('children' in node) || (node.type === 'element' && READING_AIDS.has(node.tagName))) return;
    for (const child of node.children) walk(child, inArticle || (node.type === 'element' && node.tagName === 'article'));
  };
  walk(parseHtml(`<!DOCTYPE html><html><body>\n<article>${html}</article>\n</body></html>`, { fragment: false }), false);
  return texts;
}

const plain = (text: string) => Array.from(text, (character) => (isReadCharacter(character.charCodeAt(0)) ? character : '')).join('');

/** What the document says at each mark; null where a mark has no place. */
function readMarks(text: string, html: string, marks: readonly [number, number][]): (string | null)[] {
  const texts = textsOf(html);
  return placeInTexts(texts, placeInDocument(text, html, marks)).map((place) => {
    if (!place) return null;
    const { from, to } = place;
    if (from.text === to.text) return plain((texts[from.text] ?? '').slice(from.offset, to.offset));
    const between = texts.slice(from.text + 1, to.text).join('');
    return plain((texts[from.text] ?? '').slice(from.offset) + between + (texts[to.text] ?? '').slice(0, to.offset));
  });
}

/** The words of a text whose marks stand elsewhere in its document. A mark of nothing that is counted has no place. */
function listMisplaced(text: string, html: string): string[] {
  const marks = markWords(text);
  const read = readMarks(text, html, marks);
  return marks.map(([start, end]) => plain(text.slice(start, end))).filter((word, at) => read[at] !== (word === '' ? null : word));
}

/** Markup of all that an article may hold, in any order and depth. */
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('lamp', ' oil of\n the ', 'soft\u00adhyphen', 'no\u00a0break', '&amp;', '<br>', '<wbr>', '漢<ruby>字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>', '<img src="x" alt="not read">', ' <a href="https://a.example/" lang="en">Video</a> ', '\u{1f600}', '\u2003', '<hr>'),
    fc.tuple(fc.constantFrom('p', 'div', 'b', 'em', 'blockquote', 'pre', 'li', 'ul', 'h2', 'figure', 'figcaption', 'details', 'summary', 'span', 'sup', 'a', 'q'), fc.array(tie('markup'), { maxLength: 4 })).map(
      ([name, inner]) => `<${name}>${inner.join('')}</${name}>`,
    ),
    fc.array(tie('markup'), { minLength: 1, maxLength: 3 }).map((cells) => `<table><caption>Of oil</caption><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`),
  ),
}));

describe('marks of a text in its document', () => {
  it.each(fs.readdirSync(SAMPLES).filter((name) => fs.statSync(path.join(SAMPLES, name)).isFile()))('stand on the words that they mark: %s', async (name) => {
    const prepared = await prepareFile({ path: path.join(SAMPLES, name), root: SAMPLES, tags: [], collections: [] });
    if (prepared.kind !== 'articles') return expect.fail(`${name} is no article`);
    for (const item of prepared.items) {
      if (!('article' in item)) return expect.fail(`${name} is not read whole`);
      const { text, html } = item.article.content;
      expect(text.length).toBeGreaterThan(500);
      expect(listMisplaced(text, html)).toEqual([]);
    }
  });

  it('stand on the words that they mark in any markup', () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 6 }), (parts) => {
        const { html } = sanitizeHtml(parts.join(' '));
        expect(listMisplaced(htmlToText(html), html)).toEqual([]);
      }),
    );
  });

  it('go from element to element, over line breaks and soft hyphens, and past reading aids', () => {
    const html = '<p>The <b>lamp</b>oil<br>of har\u00adbour ice.</p><p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です</p>';
    const text = htmlToText(html);
    expect(text).toBe('The lampoil\nof harbour ice.\n\n漢字です');
    expect(readMarks(text, html, [[4, 11], [12, 22], [29, 31]])).toEqual(['lampoil', 'ofharbour', '漢字']);
  });

  it('find their places again behind what only one of both holds, and have none within it', () => {
    const story = 'The keeper of the lamp burned oil all winter, and nobody on the coast asked her what it cost.';
    const rest = 'Gulls, bread and a quiet day on the harbour wall, with nothing at all to report.';
    const text = `An old caption that is gone now. ${story} ${rest}`;
    const html = `<p>${story}</p><p>A new paragraph that the text has never seen before.</p><p>${rest}</p>`;
    const word = (wanted: string): [number, number] => [text.indexOf(wanted), text.indexOf(wanted) + wanted.length];
    expect(readMarks(text, html, [word('caption'), word('keeper'), word('winter'), [text.length - 4, text.length]])).toEqual([null, 'keeper', 'winter', 'ort.']);
  });

  it('have no places in a document that says something else, however long it is', () => {
    const text = 'lamp oil '.repeat(40_000);
    const html = `<p>${'gulls and bread '.repeat(30_000)}</p>`;
    expect(readMarks(text, html, [[text.length - 9, text.length - 5]])).toEqual([null]);
  });
});

import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { sanitizeTree } from '../html/sanitize-html.ts';
import { noteList, noteReference } from './write-notes.ts';

const text = (value: string) => ({ type: 'text' as const, value });

test('a mark leads to its note and the note back', () => {
  const paragraph = { type: 'element' as const, tagName: 'p', properties: {}, children: [text('It left'), noteReference(1, '*'), text('.')] };
  const note = { type: 'element' as const, tagName: 'p', properties: {}, children: [text('At noon.')] };
  const root: Root = { type: 'root', children: [paragraph, ...noteList([{ mark: '*', content: [note] }])] };
  const { html } = sanitizeTree(root);
  expect(html).toContain('<a id="carrel-note-ref-1" href="#carrel-note-1">[*]</a>');
  expect(html).toContain('<ol><li id="carrel-note-1"><p>At noon. <a href="#carrel-note-ref-1">↑</a></p></li></ol>');
});

test('no notes make no list', () => {
  expect(noteList([])).toEqual([]);
});

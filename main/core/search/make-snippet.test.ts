import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../index/fields.ts';
import { makeOpening, makeSnippet } from './make-snippet.ts';
import { makeMarker } from './mark-text.ts';
import type { QueryNode } from './query-tree.ts';

const at = { start: 0, end: 0 };
const words = (...texts: string[]): QueryNode => ({
  kind: 'or',
  at,
  parts: texts.map((text) => ({ kind: 'term', text, fields: FIELDS, boost: 1, edits: 0, pattern: text.includes('*'), prefix: false, at })),
});
const snippetOf = (text: string, root: QueryNode) => makeSnippet('body', text, makeMarker(root, ['en', 'und']).mark(text, null, 'body'));
const marked = (snippet: ReturnType<typeof snippetOf>) => snippet?.marks.map(([start, end]) => snippet.text.slice(start, end));
const filler = 'Nothing of note was said there for a while. '.repeat(20);

describe('a snippet', () => {
  it('marks the words that match, without the punctuation around them', () => {
    expect(marked(snippetOf('The keeper said: “Lamps, lamps!” and lit the lamp.', words('lamp')))).toEqual(['Lamps', 'lamps', 'lamp']);
  });

  it('shows the passage with the most different parts of the query', () => {
    const text = `Harbour, harbour, harbour. ${filler}The harbour had a lighthouse and a keeper. ${filler}`;
    const snippet = snippetOf(text, words('harbour', 'lighthouse', 'keeper'));
    expect(marked(snippet)).toEqual(['harbour', 'lighthouse', 'keeper']);
    expect(snippet?.text.startsWith('…')).toBe(true);
    expect(snippet?.text.endsWith('…')).toBe(true);
  });

  it('begins where its first lines show most of the query, of passages that have as much', () => {
    const text = `${filler}The harbour lay there, and it was so quiet that nobody thought of the keeper of the harbour or of the lighthouse behind it. ${filler}`;
    const snippet = snippetOf(text, words('harbour', 'lighthouse', 'keeper'));
    expect(marked(snippet)?.slice(0, 3)).toEqual(['keeper', 'harbour', 'lighthouse']);
    expect(snippet?.text.indexOf('lighthouse')).toBeLessThan(90);
  });

  it('shows the passage where a phrase stands, not where its words are scattered', () => {
    const text = `Lamp and oil and lamp. ${filler}They burned lamp oil. ${filler}`;
    const snippet = snippetOf(text, { kind: 'phrase', words: ['lamp', 'oil'], fields: FIELDS, boost: 1, asWritten: false, slop: 0, prefix: false, at });
    expect(snippet?.text).toContain('They burned lamp oil.');
    expect(marked(snippet)).toEqual(['lamp', 'oil']);
  });

  it('marks a word once that several parts of the query match', () => {
    expect(marked(snippetOf('A lamp.', words('lamp', 'lamps')))).toEqual(['lamp']);
  });

  it('marks as much of a very long word as it shows', () => {
    expect(snippetOf(`${'x'.repeat(99)}${'y'.repeat(400)}`, words('x*'))?.marks).toEqual([[0, 240]]);
  });

  it('marks accented, Cyrillic and Chinese words', () => {
    expect(marked(snippetOf('Le café ferme.', words('café')))).toEqual(['café']);
    expect(marked(snippetOf('Вчера Москва молчала.', words('москва')))).toEqual(['Москва']);
    expect(marked(snippetOf('北京今天下雪。', words('北京')))).toEqual(['北京']);
  });

  it('is none where nothing matches', () => {
    expect(snippetOf('Something else.', words('lamp'))).toBeUndefined();
  });

  it('is how the text begins, for a match elsewhere', () => {
    expect(makeOpening('body', 'Something else.')).toEqual({ field: 'body', text: 'Something else.', marks: [] });
    const { text } = makeOpening('body', `One\ntwo ${filler}`);
    expect(text).toMatch(/^One two Nothing of note .* \w+…$/u);
    expect(text.length).toBeLessThanOrEqual(241);
  });

  const noise = fc.string({ unit: 'binary', maxLength: 1_000 });
  it('never marks outside of its text, nor cuts a character, whatever the text', () => {
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const snippet = snippetOf(`${before} lamp ${after}`, words('lamp'));
        expect(snippet).toBeDefined();
        expect(marked(snippet)?.every((mark) => mark.toLowerCase().startsWith('lamp'))).toBe(true);
        expect(snippet?.text.isWellFormed()).toBe(true);
      }),
    );
  });
});

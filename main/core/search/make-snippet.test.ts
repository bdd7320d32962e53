import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSnippet } from './make-snippet.ts';
import { termOf } from './tokenize-text.ts';

const snippetOf = (text: string, ...words: string[]) => makeSnippet('body', text, new Set(words.map(termOf)), new Map());
const marked = (snippet: ReturnType<typeof snippetOf>) => snippet?.marks.map(([start, end]) => snippet.text.slice(start, end));

describe('a snippet', () => {
  it('marks the words that have a matched stem, without the punctuation around them', () => {
    const snippet = snippetOf('The keeper said: “Lamps, lamps!” and lit the lamp.', 'lamp');
    expect(marked(snippet)).toEqual(['Lamps', 'lamps', 'lamp']);
  });

  it('shows the passage with the most different terms', () => {
    const filler = 'Nothing of note was said there for a while. '.repeat(20);
    const text = `Harbour, harbour, harbour. ${filler}The harbour had a lighthouse and a keeper. ${filler}`;
    const snippet = snippetOf(text, 'harbour', 'lighthouse', 'keeper');
    expect(marked(snippet)).toEqual(['harbour', 'lighthouse', 'keeper']);
    expect(snippet?.text.startsWith('…')).toBe(true);
    expect(snippet?.text.endsWith('…')).toBe(true);
  });

  it('marks accented, Cyrillic and Chinese words', () => {
    expect(marked(snippetOf('Le café ferme.', 'café'))).toEqual(['café']);
    expect(marked(snippetOf('Вчера Москва молчала.', 'москва'))).toEqual(['Москва']);
    expect(marked(snippetOf('北京今天下雪。', '北京'))).toEqual(['北京']);
  });

  it('is none where nothing matches', () => {
    expect(snippetOf('Something else.', 'lamp')).toBeUndefined();
  });

  const noise = fc.string({ unit: 'binary', maxLength: 1_000 });
  it('never marks outside of its text, nor cuts a character, whatever the text', () => {
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const snippet = snippetOf(`${before} lamp ${after}`, 'lamp');
        expect(snippet).toBeDefined();
        expect(marked(snippet)?.every((mark) => mark.toLowerCase().startsWith('lamp'))).toBe(true);
        expect(snippet?.text.isWellFormed()).toBe(true);
      }),
    );
  });
});

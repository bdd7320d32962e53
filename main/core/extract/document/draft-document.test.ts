import { describe, expect, test } from 'vitest';
import { parseHtml } from '../html/parse-html.ts';
import type { DocumentFacts } from './document-facts.ts';
import { draftDocument } from './draft-document.ts';

const NOTHING: DocumentFacts = { title: undefined, authors: [], created: undefined, language: undefined, extra: {} };
const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);
const draft = (html: string, facts: Partial<DocumentFacts> = {}) =>
  draftDocument(parseHtml(html, { fragment: true }), { ...NOTHING, ...facts }, { fileName: 'a.docx', findPicture: (name) => (name === 'pictures/1.gif' ? GIF : undefined) });

describe('draftDocument', () => {
  test('takes what the file states, and the date of its making as a guess', () => {
    const facts = { title: 'The ferry', authors: ['Dahl, Kari', 'Jo Lie'], created: '2011-09-05T11:00:00Z', extra: { subject: 'Ships' } };
    expect(draft('<h1>Ferry</h1><p>It left.</p>', facts)).toMatchObject({
      title: 'The ferry',
      byline: 'Kari Dahl, Jo Lie',
      published: { value: '2011-09-05T11:00:00Z', precision: 'second' },
      guessed: { published: 0.4 },
      extra: { subject: 'Ships' },
      text: 'Ferry\n\nIt left.',
    });
  });

  test('takes the first heading for the title where none is stated, and does not say it twice', () => {
    expect(draft('<h1>Ferry</h1><p>It left.</p>', { title: 'Document1' })).toMatchObject({ title: 'Ferry', text: 'It left.', guessed: { title: 0.9 } });
  });

  test('keeps a heading that is all there is', () => {
    expect(draft('<h1>Ferry</h1>')).toMatchObject({ title: 'Ferry', text: 'Ferry' });
  });

  test('guesses the title from the first sentence where there is no heading', () => {
    expect(draft('<p>The ferry left at noon. It was full.</p>')).toMatchObject({ title: 'The ferry left at noon', guessed: { title: 0.4 } });
  });

  test('leaves the marks of notes out of titles', () => {
    expect(draft('<h1>Ferry<sup>[1]</sup></h1><p>It left.</p>').title).toBe('Ferry');
    expect(draft('<p>The ferry left[12] at noon.</p>')).toMatchObject({ title: 'The ferry left at noon', text: 'The ferry left[12] at noon.' });
  });

  test('keeps pictures of the document and names those it could not have', () => {
    const { html, images, extra, companions } = draft('<p>It left.<img src="pictures/1.gif"><img src="pictures/2.emf"></p>');
    expect(images).toHaveLength(1);
    expect(html).toContain(`images/${images[0]?.sha256}`);
    expect(extra).toEqual({ missingImages: ['pictures/2.emf'] });
    expect(companions).toEqual([]);
  });

  test('lets no script through', () => {
    expect(draft('<p onclick="x()">It left.<script>x()</script></p>').html).toBe('<p>It left.</p>');
  });

  test('says that a document holds no text', () => {
    expect(() => draft('<p><img src="pictures/1.gif"> — </p>')).toThrow(expect.objectContaining({ code: 'no-text' }));
  });
});

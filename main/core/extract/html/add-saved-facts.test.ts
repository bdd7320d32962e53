import { expect, test } from 'vitest';
import { addSavedFacts } from './add-saved-facts.ts';
import { extractHtml } from './extract-html.ts';

const page = (html: string) => extractHtml(html, { fileName: 'a.html', loadBeside: () => undefined });

test('gives a page without a title the one of its file', () => {
  const draft = addSavedFacts(page('<p>The ferry left late.'), { title: ' Ferry  late ', savedAt: '2025-09-24T10:00:00Z' });
  expect(draft).toMatchObject({ title: 'Ferry late', extra: { savedAt: '2025-09-24T10:00:00Z' } });
  expect(draft.guessed).not.toHaveProperty('title');
});

test('keeps the title and the date of saving that the page states', () => {
  const html = '<html><!-- Page saved with SingleFile \n url: https://a.test/ \n saved date: Wed Sep 24 2025 --><title>Ferry</title><p>It left.';
  expect(addSavedFacts(page(html), { title: 'Other', savedAt: '2026-01-01' })).toMatchObject({ title: 'Ferry', extra: { savedAt: '2025-09-24' } });
});

test('changes nothing where nothing is known', () => {
  const draft = page('<p>The ferry left late.');
  expect(addSavedFacts(draft, {})).toEqual(draft);
});

import type { SearchHit } from '../../contract/search.ts';
import { FIELDS } from '../index/fields.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { prepareHitTexts } from '../store/search-rows.ts';
import { makeOpening, makeSnippet } from './make-snippet.ts';
import type { Marker, TextMark } from './mark-text.ts';
import type { Match } from './pick-best.ts';

/** What is shown of matches: their titles from the store, and of each field that matches its densest passage, or else how the text begins. */
export function makeHits(database: ReadableDatabase, matches: readonly Match[], marker: Marker): SearchHit[] {
  const find = prepareHitTexts(database);
  return matches.flatMap(({ live, doc, score }) => {
    const row = find(live.segment.documents.id(doc));
    // Moved to the trash since it was indexed.
    if (!row) return [];
    const { id, title, byline, published, site, language, text } = row;
    const texts = { title, body: text, byline: byline ?? '' };
    const marked = FIELDS.map((field) => ({ field, marks: marker.mark(texts[field], language, field) }));
    const snippets = marked.map(({ field, marks }) => makeSnippet(field, texts[field], marks)).filter((snippet) => snippet !== undefined);
    if (text !== '' && snippets.every(({ field }) => field !== 'body')) snippets.push(makeOpening('body', text));
    return [{ id, score, title, published, site, snippets, matchedTerms: listTerms(marked.flatMap(({ marks }) => marks)) }];
  });
}

function listTerms(marks: readonly TextMark[]): string[] {
  return [...new Set(marks.map(({ term }) => term))];
}

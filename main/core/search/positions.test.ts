import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELDS, type Field } from '../index/fields.ts';
import { idOf, makeDocument, textArbitrary, type PlainDocument } from '../index/index-fixtures.ts';
import { makePostingList, PositionList, readPositions, readPostings } from '../index/read-postings.ts';
import { SearchIndex } from '../index/search-index.ts';
import { foldWord, spaceWords, splitWords } from '../index/split-words.ts';
import { makeLunr, parseWithLunr } from './lunr-oracle.ts';

/** Every place in the index as "term field article position". */
function listPlaces(index: SearchIndex): string[] {
  const list = makePostingList();
  return index.segments.flatMap(({ segment }) => {
    const { table } = segment.terms;
    const documents = new Uint32Array(Math.ceil(segment.documents.count / 32)).fill(0xffffffff);
    return table.slice(0, table.count).flatMap((term, number) => {
      const record = table.record(number);
      const forms = segment.forms(segment.terms, term, record).length;
      return record.fields.flatMap((own, field) => {
        if (!own) return [];
        readPostings(table.records, own, list);
        const found = new PositionList(false);
        readPositions(segment.terms.readPositions(own.positionsAt, own.positionsBytes), list, { forms, form: -1, documents }, found);
        return Array.from({ length: found.positions.length }, (_, at) => `${term} ${FIELDS[field]} ${segment.documents.id(found.docs.values[at] ?? 0)} ${found.positions.values[at]}`);
      });
    });
  });
}

// lunr counts letters in the text in lower case, where İ is two; and what checks the shape of its answer loses a key of this name.
const text = textArbitrary.map((words) => words.replaceAll('İ', 'I').replaceAll('__proto__', 'proto'));
const article = fc.record({ title: text, body: text, byline: text, language: fc.constantFrom('en', 'de', 'zh') });
const Places = z.object({ index: z.array(z.number()), position: z.array(z.tuple([z.number(), z.number()])) });
const Metadata = z.record(z.string(), z.record(z.string(), Places));

/** What lunr's index says of every word: its place among the words, and the letters that its place in the text holds. */
function readLunr(documents: readonly PlainDocument[]): { places: string[]; texts: string[] } {
  const places: string[] = [];
  const texts: string[] = [];
  const query = parseWithLunr('*');
  for (const { ref, matchData } of query ? makeLunr(documents, true).query((empty) => void (empty.clauses = query.clauses)) : []) {
    const document = documents.find(({ n }) => idOf(n) === ref);
    for (const [term, fields] of Object.entries(Metadata.parse(matchData.metadata))) {
      for (const [field, { index, position }] of Object.entries(fields)) {
        const whole = spaceWords(document?.[FIELDS.find((name) => name === field) ?? 'body'] ?? '');
        places.push(...index.map((place) => `${term} ${field} ${ref} ${place}`));
        texts.push(...position.map(([start, length], at) => `${field} ${ref} ${index[at]} ${foldWord(whole.slice(start, start + length))}`));
      }
    }
  }
  return { places, texts };
}

describe('positions', () => {
  it('are those of lunr, in the index and in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(article, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (batches) => {
        const index = new SearchIndex();
        const documents: PlainDocument[] = [];
        for (const batch of batches) {
          const numbered = batch.map((own, at) => ({ ...own, n: documents.length + at + 1 }));
          documents.push(...numbered);
          index.add(numbered.map(makeDocument));
        }
        const { places, texts } = readLunr(documents);
        expect(listPlaces(index).toSorted()).toEqual(places.toSorted());
        const words = new Set(documents.flatMap((document) => FIELDS.flatMap((field) => wordsOf(document, field))));
        expect(texts.filter((own) => !words.has(own))).toEqual([]);
      }),
    );
  });
});

/** Our words of a text, each at its place. */
function wordsOf(document: PlainDocument, field: Field): string[] {
  const whole = document[field] ?? '';
  return [...splitWords(whole)].map(({ start, end }, place) => `${field} ${idOf(document.n)} ${place} ${foldWord(whole.slice(start, end))}`);
}

import type { z } from 'zod';
import type { ReadPages } from './read-pages.ts';
import type { PdfFacts } from './read-pdf-facts.ts';

type Extra = Record<string, z.core.util.JSONType>;

const MOST_LISTED = 100;
const MOST_LINES = 20;

/** What a document says that has no field, and, first, what of it could not be read. */
export function describeReading(read: ReadPages & { readonly facts: PdfFacts; readonly exceeded: boolean; readonly rebuilt: boolean }, running: readonly string[]): Extra {
  const { facts, count, unread, cut, stoppedAt, turned } = read;
  return {
    pages: count,
    ...list('pagesUnread', unread, MOST_LISTED),
    ...list('pagesCut', cut, MOST_LISTED),
    ...(stoppedAt === undefined ? {} : { pagesReadTo: stoppedAt }),
    ...(read.rebuilt ? { pagesMayBeMissing: true } : {}),
    ...(read.exceeded ? { partsTooLarge: true } : {}),
    ...text('statedTitle', facts.title),
    ...list('statedAuthors', facts.authors, MOST_LINES),
    ...text('statedLanguage', facts.language),
    ...text('created', facts.created?.value),
    ...text('modified', facts.modified?.value),
    ...text('subject', facts.subject),
    ...text('keywords', facts.keywords),
    ...text('rights', facts.rights),
    ...text('doi', facts.doi),
    ...text('creator', facts.creator),
    ...text('producer', facts.producer),
    ...list('runningLines', running, MOST_LINES),
    ...list('turnedText', turned.map((line) => line.slice(0, 200)), MOST_LINES),
  };
}

function text(name: string, value: string | undefined): Extra {
  return value === undefined ? {} : { [name]: value };
}

function list(name: string, values: readonly (string | number)[], most: number): Extra {
  return values.length === 0 ? {} : { [name]: values.slice(0, most) };
}

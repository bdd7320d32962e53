import fc from 'fast-check';
import type { Field } from './fields.ts';
import { dateKey, type IndexDocument } from './index-document.ts';

/** For tests: an article's texts, as a person would write them down. */
export interface PlainDocument extends Partial<Record<Field, string>> {
  readonly n: number;
  readonly version?: number;
  readonly language?: string | null;
  readonly published?: string | null;
}

export function makeDocument({ n, version = 1, language = 'en', published = null, title = '', body = '', byline = '' }: PlainDocument): IndexDocument {
  return { n, id: idOf(n), version, language, published: dateKey(published), fields: { title: Buffer.from(title), body: Buffer.from(body), byline: Buffer.from(byline) } };
}

export function idOf(n: number): string {
  return `article-${n}`;
}

const WORDS = [
  ...['lamp', 'lamps', 'Lamp,', 'oil', 'Oil.', 'oils', 'keeper', 'keepers', 'keeping', 'kept', 'running', 'runs', 'ran', 'the', 'The', 'of', 'and', 'a', '--', '&', 'U.S.', "don't", 'x'],
  ...['well-kept', 'café', '“café”', 'naïve', 'Москва', 'москве', '北京今天下雪', 'a1b2', '2b', 'İstanbul', 'ﬁne', 'constructor', '__proto__', '\u{1f600}', 'zwölf', 'foo\u00a0bar', 'a*b', 'bat', 'bart', 'tab', 'abt'],
];

/** Texts of few words, so that words meet again. */
export const textArbitrary = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '));

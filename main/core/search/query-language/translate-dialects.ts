/*
 * What is known of the query languages of three news databases, as their users write them. It was not held against
 * the databases themselves: a translation is offered with all that it leaves out, and never run unasked. Names are
 * compared in lower case.
 */

export type DatabaseName = 'Factiva' | 'Nexis' | 'ProQuest';

/** What a field of theirs is here. `lost` says why nothing is. */
export type FieldMeaning =
  | { readonly as: 'field'; readonly field: 'title' | 'body' | 'byline' }
  | { readonly as: 'everywhere'; readonly lost: string }
  | { readonly as: 'site' | 'language' | 'date' | 'length' }
  | { readonly as: 'often' }
  | { readonly as: 'nothing'; readonly lost: string };

export interface Dialect {
  /** What only this language has; each that is found counts. */
  readonly signs: readonly RegExp[];
  readonly fields: Readonly<Record<string, FieldMeaning>>;
  /** Words side by side: a phrase, or words that must all be there. */
  readonly adjoining: 'phrase' | 'and';
  /** The loosest first. */
  readonly precedence: readonly ('or' | 'and' | 'not' | 'near')[];
  /** Signs for any letters, and for a single one. */
  readonly many: RegExp;
  readonly single: RegExp;
}

const TITLE: FieldMeaning = { as: 'field', field: 'title' };
const BODY: FieldMeaning = { as: 'field', field: 'body' };
const BYLINE: FieldMeaning = { as: 'field', field: 'byline' };
const SITE: FieldMeaning = { as: 'site' };
const LANGUAGE: FieldMeaning = { as: 'language' };
const DATE: FieldMeaning = { as: 'date' };
const LENGTH: FieldMeaning = { as: 'length' };
const LEAD: FieldMeaning = { as: 'everywhere', lost: 'the first paragraph alone cannot be searched, so all of the article is' };
const ABSTRACT: FieldMeaning = { as: 'everywhere', lost: 'articles have no abstract here, so all of the article is searched' };
const INDEXING: FieldMeaning = { as: 'nothing', lost: 'the database’s own subject terms and codes are not in the articles' };
const SOURCE_CODE: FieldMeaning = { as: 'nothing', lost: 'source codes are the database’s own; name the source with site:' };
const KIND: FieldMeaning = { as: 'nothing', lost: 'nothing here tells kinds of documents' };

export const DIALECTS: Readonly<Record<DatabaseName, Dialect>> = {
  Factiva: {
    signs: [/(?:^|[\s(])(?:rst|sc|hd|hl|hlp|lp|la|ns|co|fds|re|by|au|sn|clm|se|pub|art|in|ct|cr|tx)\s*=\s*\S/giu, /\bwc\s*[<>]=?\s*\d/giu, /(?:^|[\s)])(?:adj\d*|near\d+)(?=[\s(])/gu, /\bw\/\d+/giu, /\batleast\d+\s+[\p{L}"]/giu, /\bdate\s+(?:from|after|before|on)\b/giu, /\s\/[fn]\d+\/\s/giu, /\bwc\s+(?:greater|less)/giu],
    fields: { hd: TITLE, hl: TITLE, hlp: LEAD, lp: LEAD, by: BYLINE, au: BYLINE, tx: BODY, art: LEAD, sn: SITE, la: LANGUAGE, wc: LENGTH, rst: SOURCE_CODE, sc: SOURCE_CODE, ns: INDEXING, in: INDEXING, re: INDEXING, co: INDEXING, fds: INDEXING, clm: KIND, se: KIND, pub: SITE, ct: LEAD, cr: BYLINE },
    adjoining: 'phrase',
    precedence: ['or', 'and', 'not', 'near'],
    many: /[*!]|\$\d*/gu,
    single: /\?/gu,
  },
  Nexis: {
    signs: [/\bw\/(?:\d+|s|p|seg|para|sent)\b/giu, /\b(?:pre|onear)\/\d+/giu, /\b(?:headline|hlead|head|lead|body|byline|publication|section|subject|terms|company|geographic|length|date|language|source|city|country|person|ticker)\(/giu, /\p{L}{3,}!(?=\)|\s+(?:and|or|w\/|pre\/))/giu, /\batleast\d+\s*\(/giu, /\band not\b/gu, /\bdate\s+(?:geq|leq|aft|bef|is)\b/giu],
    fields: { headline: TITLE, head: TITLE, title: TITLE, hlead: LEAD, lead: LEAD, body: BODY, text: BODY, byline: BYLINE, author: BYLINE, publication: SITE, source: SITE, pub: SITE, language: LANGUAGE, length: LENGTH, date: DATE, subject: INDEXING, terms: INDEXING, company: INDEXING, ticker: INDEXING, geographic: INDEXING, country: INDEXING, city: INDEXING, person: INDEXING, industry: INDEXING, section: KIND },
    adjoining: 'phrase',
    precedence: ['not', 'and', 'near', 'or'],
    many: /!/gu,
    single: /[*?]/gu,
  },
  ProQuest: {
    signs: [/\b(?:ti|ab|su|pub|pd|au|ft|tx|yr|la|dtype|stype|at|noft|mainsubject|subject|loc|pubid|rtype)(?:\.(?:exact|x))?(?:,(?:ti|ab|su|ft))*\(/giu, /\b(?:n|p)\/\d+/giu, /\bpre\/\d+/giu, /\.exact\b/giu, /\bNEAR\/\d+/gu],
    fields: { ti: TITLE, title: TITLE, ab: ABSTRACT, 'ti,ab': ABSTRACT, 'ab,ti': ABSTRACT, noft: ABSTRACT, ft: BODY, tx: BODY, au: BYLINE, pub: SITE, la: LANGUAGE, pd: DATE, yr: DATE, su: INDEXING, mainsubject: INDEXING, subject: INDEXING, loc: INDEXING, dtype: KIND, stype: KIND, rtype: KIND, at: KIND, pubid: SOURCE_CODE },
    adjoining: 'and',
    precedence: ['not', 'or', 'and', 'near'],
    many: /\*|\[\*\d+\]|\$\d+/gu,
    single: /\?/gu,
  },
};

export const OFTEN = 'how often a word must stand in an article cannot be asked';
export const LANGUAGES: ReadonlyMap<string, string> = new Map(Object.entries({ english: 'en', german: 'de', french: 'fr', spanish: 'es', italian: 'it', portuguese: 'pt', dutch: 'nl', russian: 'ru', ukrainian: 'uk', polish: 'pl', swedish: 'sv', danish: 'da', norwegian: 'no', finnish: 'fi', chinese: 'zh', japanese: 'ja', arabic: 'ar', turkish: 'tr' }));

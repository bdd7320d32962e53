import { z } from 'zod';
import type { Filter } from './article-filter.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

/** The row numbers (`articles.n`) of all articles outside the trash that a filter lets through, in no order. */
export function selectFilterRows(database: ReadableDatabase, filter: Filter): number[] {
  switch (filter.name) {
    case 'date':
      return selectBetween(database, PUBLISHED, filter.from, filter.before);
    case 'added':
      return selectBetween(database, ADDED, filter.from, filter.before);
    case 'words':
      return selectBetween(database, WORDS, filter.least, filter.most);
    case 'tag':
      return selectByIndex(database, TAGS, equals(filter.value));
    case 'site':
      return [...new Set([...selectByIndex(database, SITES, endsAtName(filter.value)), ...selectByHost(database, filter.value)])];
    case 'by':
      return selectByValue(database, 'byline', remembering(includes(filter.value)));
    case 'lang':
      return selectByValue(database, 'language', remembering(beginsAtSubtag(filter.value)));
    case 'is':
      return selectRows(database, IS[filter.value], {});
    case 'has':
      return selectRows(database, HAS[filter.value], {});
  }
}

/** What a lower and an upper bound mean. Only what is asked becomes a condition, so that SQLite walks no more than that part of an index. */
interface Scale {
  readonly known: string;
  readonly from: string;
  readonly to: string;
}

/*
 * A key is as precise as its date: `1987`, `1987-02`, `1987-02-26`, `1987-02-26T15:01:00.000Z`. Its time begins where the
 * missing part is filled up with the first month, day and so on. Its time ends before a moment when the key itself is
 * less than the moment cut to the same precision. The first comparison of each pair is weaker: an index answers it.
 */
const PUBLISHED: Scale = {
  known: 'published_key IS NOT NULL',
  from: "published_key >= substr(:from, 1, 4) AND published_key || substr('0000-01-01T00:00:00.000Z', length(published_key) + 1) >= :from",
  to: 'published_key < :to AND published_key < substr(:to, 1, length(published_key))',
};
const ADDED: Scale = { known: 'TRUE', from: 'added >= :from', to: 'added < :to' };
const WORDS: Scale = { known: 'TRUE', from: 'word_count >= :from', to: 'word_count <= :to' };

function selectBetween(database: ReadableDatabase, scale: Scale, from: string | number | null, to: string | number | null): number[] {
  const conditions = [scale.known, ...(from === null ? [] : [scale.from]), ...(to === null ? [] : [scale.to])];
  return selectRows(database, conditions.join(' AND '), { ...(from !== null && { from }), ...(to !== null && { to }) });
}

const IS = {
  read: 'read = 1',
  unread: 'read = 0',
  favourite: 'favourite = 1',
  archived: 'archived = 1',
  unfetched: "source_kind = 'address'",
} as const;

const HAS = {
  image: "n IN (SELECT article FROM article_images WHERE media_type LIKE 'image/%')",
  video: "n IN (SELECT article FROM article_images WHERE media_type LIKE 'video/%')",
  audio: "n IN (SELECT article FROM article_images WHERE media_type LIKE 'audio/%')",
  author: 'byline IS NOT NULL',
  date: 'published_key IS NOT NULL',
  address: 'url IS NOT NULL',
  tag: 'n IN (SELECT article FROM article_tags)',
  collection: 'n IN (SELECT article FROM article_collections)',
} as const;

// For very many values one JSON array is a tenth of the work of as many rows.
const Rows = z.object({ json: jsonColumn(z.array(z.number())) });
const Values = z.object({ json: jsonColumn(z.array(z.string())) });
const RowsWithValues = z.object({ rows: jsonColumn(z.array(z.number())), values: jsonColumn(z.array(z.string())) });

function selectRows(database: ReadableDatabase, where: string, bound: Record<string, string | number>): number[] {
  return Rows.parse(database.prepare(`SELECT json_group_array(n) AS json FROM articles WHERE trashed = 0 AND (${where})`).get(bound)).json;
}

/** Where an index holds the values. They are compared here, since SQLite folds the case of ASCII letters only. */
interface IndexedValue {
  readonly values: string;
  /** The rows whose value is one of `:values`, a JSON array. */
  readonly rows: string;
}

const TAGS: IndexedValue = {
  values: 'SELECT DISTINCT tag AS value FROM article_tags',
  rows: 'n IN (SELECT article FROM article_tags WHERE tag IN (SELECT value FROM json_each(:values)))',
};
const SITES: IndexedValue = {
  values: 'SELECT DISTINCT site AS value FROM articles WHERE site IS NOT NULL',
  rows: 'site IN (SELECT value FROM json_each(:values))',
};

function selectByIndex(database: ReadableDatabase, { values, rows }: IndexedValue, matches: (value: string) => boolean): number[] {
  const { json } = Values.parse(database.prepare(`SELECT json_group_array(value) AS json FROM (${values})`).get());
  const matching = json.filter(matches);
  return matching.length === 0 ? [] : selectRows(database, rows, { values: JSON.stringify(matching) });
}

/** Where no index does: every article is looked at, once. `needle`: in lower case, what the value must hold at least. */
function selectByValue(database: ReadableDatabase, column: 'byline' | 'language' | 'url', matches: (value: string) => boolean, needle = ''): number[] {
  const known = `trashed = 0 AND ${column} IS NOT NULL AND instr(lower(${column}), :needle)`;
  const found = database.prepare(`SELECT json_group_array(n) AS "rows", json_group_array(${column}) AS "values" FROM articles WHERE ${known}`).get({ needle });
  const { rows, values } = RowsWithValues.parse(found);
  return rows.filter((_, index) => matches(values[index] ?? ''));
}

/** Many articles share one value. */
function remembering(matches: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>();
  return (value) => {
    const answer = known.get(value) ?? matches(value);
    known.set(value, answer);
    return answer;
  };
}

/** By the host of the address: `example.org` is the end of `news.example.org`. */
function selectByHost(database: ReadableDatabase, asked: string): number[] {
  // No host has a space; most names of sites do.
  if (/\s/u.test(asked)) return [];
  const host = hostOf(fold(asked));
  const isAt = endsAtName(host);
  const matches = remembering((name) => isAt(hostOf(name)));
  // An address may have the host in its own letters or as xn--...: then each is looked at.
  const needle = host === fold(asked) ? host : '';
  return selectByValue(database, 'url', (url) => matches(/^[^/?#]*:\/\/(?:[^/?#]*@)?([^/?#:]*)/.exec(url)?.[1] ?? ''), needle);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function equals(asked: string): (value: string) => boolean {
  const folded = fold(asked);
  return (value) => fold(value) === folded;
}

function includes(asked: string): (value: string) => boolean {
  const folded = fold(asked);
  return (value) => fold(value).includes(folded);
}

/** `example.org` is the end of `news.example.org`, but not of `counterexample.org`. */
function endsAtName(asked: string): (value: string) => boolean {
  const folded = fold(asked);
  return (value) => fold(value) === folded || fold(value).endsWith(`.${folded}`);
}

function beginsAtSubtag(asked: string): (value: string) => boolean {
  const folded = fold(asked);
  return (value) => fold(value) === folded || fold(value).startsWith(`${folded}-`);
}

/** A name as addresses write it (`bücher.example` as `xn--bcher-kva.example`); what can be no host stays as it is. */
function hostOf(name: string): string {
  return /^[^\s/?#@:\\]+$/u.test(name) && URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
}

import { z } from 'zod';
import type { Filter } from './article-filter.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

/** The row numbers (`articles.n`) of all articles outside the trash that a filter lets through, in no order. */
export function selectFilterRows(database: ReadableDatabase, filter: Filter): number[] {
  switch (filter.name) {
    case 'date':
      return selectRows(database, PUBLISHED, { from: filter.from, before: filter.before });
    case 'added':
      return selectRows(database, '(:from IS NULL OR added >= :from) AND (:before IS NULL OR added < :before)', { from: filter.from, before: filter.before });
    case 'tag':
      return selectByValue(database, TAGS, equals(filter.value));
    case 'site':
      return [...new Set([...selectByValue(database, SITES, endsAtName(filter.value)), ...selectByValue(database, HOSTS, endsAtHost(filter.value))])];
    case 'by':
      return selectByValue(database, BYLINES, includes(filter.value));
    case 'lang':
      return selectByValue(database, LANGUAGES, beginsAtSubtag(filter.value));
    case 'is':
      return selectRows(database, IS[filter.value], {});
    case 'has':
      return selectRows(database, HAS[filter.value], {});
    case 'words':
      return selectRows(database, '(:least IS NULL OR word_count >= :least) AND (:most IS NULL OR word_count <= :most)', { least: filter.least, most: filter.most });
  }
}

/*
 * A key is as precise as its date: `1987`, `1987-02`, `1987-02-26`, `1987-02-26T15:01:00.000Z`. Its time begins where the
 * missing part is filled up with the first month, day and so on. Its time ends before a moment when the key itself is
 * less than the moment cut to the same precision. The bare comparisons are weaker and let SQLite walk a part of an index.
 */
const PUBLISHED = `published_key IS NOT NULL
  AND (:from IS NULL OR published_key >= substr(:from, 1, 4)
    AND published_key || substr('0000-01-01T00:00:00.000Z', length(published_key) + 1) >= :from)
  AND (:before IS NULL OR published_key < :before AND published_key < substr(:before, 1, length(published_key)))`;

const IS = {
  read: 'read = 1',
  unread: 'read = 0',
  favourite: 'favourite = 1',
  archived: 'archived = 1',
} as const;

const HAS = {
  image: 'n IN (SELECT article FROM article_images)',
  author: 'byline IS NOT NULL',
  date: 'published_key IS NOT NULL',
  address: 'url IS NOT NULL',
  tag: 'n IN (SELECT article FROM article_tags)',
  collection: 'n IN (SELECT article FROM article_collections)',
} as const;

// For very many values one JSON array is a tenth of the work of as many rows.
const Rows = z.object({ json: jsonColumn(z.array(z.number())) });
const Values = z.object({ json: jsonColumn(z.array(z.string())) });

function selectRows(database: ReadableDatabase, where: string, bound: Record<string, string | number | null>): number[] {
  return Rows.parse(database.prepare(`SELECT json_group_array(n) AS json FROM articles WHERE trashed = 0 AND (${where})`).get(bound)).json;
}

/** Where values stand that are compared here, since SQLite folds the case of ASCII letters only. */
interface ValueSource {
  readonly values: string;
  /** The rows whose value is one of `:values`, a JSON array. */
  readonly rows: string;
}

const TAGS: ValueSource = {
  values: 'SELECT DISTINCT tag AS value FROM article_tags',
  rows: 'n IN (SELECT article FROM article_tags WHERE tag IN (SELECT value FROM json_each(:values)))',
};
const SITES = columnSource('site');
const BYLINES = columnSource('byline');
const LANGUAGES = columnSource('language');
/** The host with what may stand before and behind it: `user@` and `:8080`. Addresses without one have no host. */
const HOSTS = columnSource(`CASE WHEN instr(url, '://') > 0
  THEN substr(substr(url, instr(url, '://') + 3), 1, instr(substr(url, instr(url, '://') + 3) || '/', '/') - 1) END`);

function columnSource(expression: string): ValueSource {
  return {
    values: `SELECT DISTINCT ${expression} AS value FROM articles WHERE ${expression} IS NOT NULL`,
    rows: `${expression} IN (SELECT value FROM json_each(:values))`,
  };
}

function selectByValue(database: ReadableDatabase, source: ValueSource, matches: (value: string) => boolean): number[] {
  const { json } = Values.parse(database.prepare(`SELECT json_group_array(value) AS json FROM (${source.values})`).get());
  const matching = json.filter(matches);
  return matching.length === 0 ? [] : selectRows(database, source.rows, { values: JSON.stringify(matching) });
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

/** The same for what stands between `//` and `/` in an address: `user@` and `:8080` are no part of the host. */
function endsAtHost(asked: string): (value: string) => boolean {
  const matches = endsAtName(hostOf(asked));
  return (value) => matches(hostOf(value.replace(/^.*@/, '').replace(/:\d*$/, '')));
}

function beginsAtSubtag(asked: string): (value: string) => boolean {
  const folded = fold(asked);
  return (value) => fold(value) === folded || fold(value).startsWith(`${folded}-`);
}

/** A name as addresses write it (`bücher.example` as `xn--bcher-kva.example`); what can be no host stays as it is. */
function hostOf(name: string): string {
  return /^[^\s/?#@:\\]+$/u.test(name) && URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
}

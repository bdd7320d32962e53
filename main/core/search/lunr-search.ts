import lunr from 'lunr';
import type { SearchHit, SearchSort } from '../../contract/search.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import type { Field } from '../index/fields.ts';
import { ENGLISH } from '../index/languages.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { prepareHitRows, readArticlesToIndex, type HitRow } from '../store/search-rows.ts';
import { readLastChange } from '../store/store-queries.ts';
import { readBody } from '../store/stored-articles.ts';
import { KnownWords } from './known-words.ts';
import { makeSnippet } from './make-snippet.ts';
import { makeMarker } from './mark-text.ts';
import { mendTokenSets } from './mend-token-sets.ts';
import { parseQuery } from './parse-query.ts';
import type { TermNode } from './query-tree.ts';
import { spaceWords, usePipelines } from './tokenize-text.ts';

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  readonly sort: SearchSort;
  readonly typing: boolean;
}

export interface SearchAnswer {
  readonly total: number;
  readonly hits: SearchHit[];
  readonly notes: string[];
  /** Articles that the index holds. */
  readonly indexed: number;
}

const FIELDS: readonly Field[] = ['title', 'body'];
const NOWHERE = { start: 0, end: 0 };
mendTokenSets();
interface Match {
  readonly row: HitRow;
  readonly result: lunr.Index.Result;
}

/**
 * lunr itself over the newest articles of a library: an index in memory, made once and never changed. The engine that
 * takes its place keeps these two calls and these answers. Its ceiling is memory (some 20 to 70 MB and three seconds
 * of building for a thousand articles), hence `LIMITS.lunrArticles`.
 */
export class LunrSearch {
  readonly #database: ReadableDatabase;
  readonly #index: lunr.Index;
  readonly #words = new KnownWords();
  readonly indexed: number;
  /** The store's last change that the index holds. */
  readonly change: number;

  constructor(database: ReadableDatabase) {
    this.#database = database;
    this.change = readLastChange(database);
    const builder = new lunr.Builder();
    usePipelines(builder);
    // Not the row's number, which SQLite gives to another article after a purge.
    builder.ref('id');
    for (const field of FIELDS) builder.field(field);
    let indexed = 0;
    for (const { id, title, text } of readArticlesToIndex(database, LIMITS.lunrArticles)) {
      builder.add({ id, title: spaceWords(title), body: spaceWords(text) });
      indexed += 1;
    }
    this.#index = builder.build();
    this.indexed = indexed;
  }

  search(request: SearchRequest): SearchAnswer {
    const { query, notes } = parseQuery(request.query, FIELDS, request.typing);
    const matches = sortMatches(this.#match(query), request.sort);
    const page = matches.slice(request.offset, request.offset + request.limit);
    return { total: matches.length, hits: page.map((match) => this.#toHit(match)), notes: [...notes], indexed: this.indexed };
  }

  /** Every matching article, best first. */
  matchIds(query: string): ArticleId[] {
    return this.#match(parseQuery(query, FIELDS, false).query).map(({ row }) => row.id);
  }

  #match(query: lunr.Query): Match[] {
    if (query.clauses.length === 0) return [];
    const results = this.#index.query((empty) => {
      empty.clauses = query.clauses;
    });
    // What was moved to the trash since the index was made is left out at once.
    const find = prepareHitRows(this.#database);
    return results.flatMap((result) => {
      const row = find(result.ref);
      return row ? [{ row, result }] : [];
    });
  }

  #toHit({ row, result }: Match): SearchHit {
    const matched = Object.keys(result.matchData.metadata);
    const marker = makeMarker({ kind: 'or', at: NOWHERE, parts: matched.map((text): TermNode => ({ kind: 'term', text, fields: FIELDS, boost: 1, edits: 0, pattern: true, prefix: false, at: NOWHERE })) }, [ENGLISH], this.#words);
    const { text } = readBody(this.#database, row.n);
    const inTitle = makeSnippet('title', row.title, marker.mark(row.title, null, 'title'));
    const inBody = makeSnippet('body', text, marker.mark(text, null, 'body'));
    const snippets = [inTitle, inBody].filter((snippet) => snippet !== undefined);
    const { id, title, published, site } = row;
    return { id, score: result.score, title, published, site, snippets, matchedTerms: matched };
  }
}

/** lunr's order, ties by date; or by date with unknown dates last. */
function sortMatches(matches: Match[], sort: SearchSort): Match[] {
  const newer = (a: Match, b: Match) => compareKeys(b.row.published_key, a.row.published_key) || a.row.n - b.row.n;
  if (sort === 'relevance') return matches.toSorted((a, b) => b.result.score - a.result.score || unknownLast(a, b) || newer(a, b));
  return matches.toSorted((a, b) => unknownLast(a, b) || (sort === 'newest' ? newer(a, b) : -newer(a, b)));
}

function unknownLast(a: Match, b: Match): number {
  return Number(a.row.published_key === null) - Number(b.row.published_key === null);
}

function compareKeys(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

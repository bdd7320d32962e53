import type { SearchHit, SearchSort } from '../../contract/search.ts';
import { ArticleId } from '../../contract/ids.ts';
import { FIELDS } from '../index/fields.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { selectFilterRows } from '../store/filter-rows.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { prepareHitRows } from '../store/search-rows.ts';
import type { Match } from './pick-best.ts';
import { parseQuery } from './query-language/parse-query.ts';
import type { GroupNode } from './query-tree.ts';
import { pickFrom, runQuery, type QueryRun } from './run-query.ts';
import { TooMuch } from './search-costs.ts';

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

/** Answers questions from an index, with the titles, texts and filters of the store. */
export class SearchEngine {
  readonly #index: SearchIndex;
  readonly #database: ReadableDatabase;

  constructor(index: SearchIndex, database: ReadableDatabase) {
    this.#index = index;
    this.#database = database;
  }

  search(request: SearchRequest): SearchAnswer {
    const { root, notes } = parseQuery(request.query, { fields: FIELDS, typing: request.typing, now: new Date() });
    const indexed = this.#index.documents;
    const run = this.#run(root);
    if (!run) return { total: 0, hits: [], notes: [...notes, TOO_MUCH], indexed };
    const { total, best } = pickFrom(run, request.sort, request.offset + request.limit);
    return { total, hits: this.#toHits(best.slice(request.offset)), notes: [...notes, ...noteUncounted(run)], indexed };
  }

  /** Every matching article, best first. */
  matchIds(query: string): ArticleId[] {
    const run = this.#run(parseQuery(query, { fields: FIELDS, typing: false, now: new Date() }).root);
    if (!run) return [];
    return pickFrom(run, 'relevance', Number.MAX_SAFE_INTEGER).best.map(({ live, doc }) => ArticleId.parse(live.segment.documents.id(doc)));
  }

  #run(root: GroupNode): QueryRun | undefined {
    try {
      return runQuery(this.#index, root, (filter) => selectFilterRows(this.#database, filter));
    } catch (error) {
      if (error instanceof TooMuch) return undefined;
      throw error;
    }
  }

  #toHits(matches: readonly Match[]): SearchHit[] {
    const find = prepareHitRows(this.#database);
    return matches.flatMap(({ live, doc, score }) => {
      const row = find(live.segment.documents.id(doc));
      if (!row) return [];
      const { id, title, published, site } = row;
      return [{ id, score, title, published, site, snippets: [], matchedTerms: [] }];
    });
  }
}

const TOO_MUCH = 'This asks for too much at once: too many words match its patterns, or its phrases are made of too common words. Use fewer wildcards, put them at the end of words, or add rarer words.';

function noteUncounted({ uncounted }: QueryRun): string[] {
  return uncounted.map((pattern) => `“${pattern}” stands for very many different words, so it finds articles but does not count for their order.`);
}

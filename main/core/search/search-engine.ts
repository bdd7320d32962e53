import { LibraryError } from '../../contract/errors.ts';
import { ArticleId } from '../../contract/ids.ts';
import type { ResultFilters } from '../../contract/result-filters.ts';
import type { Explanation, MatchPlaces, SearchGroup, SearchHit, SearchSort } from '../../contract/search.ts';
import { MOST_SMART } from '../../contract/smart.ts';
import { LIMITS } from '../base/limits.ts';
import { FIELDS } from '../index/fields.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { countNarrowed, type NarrowedCounts } from '../store/count-narrowed.ts';
import { selectFilterRows } from '../store/filter-rows.ts';
import { readGroupKeys } from '../store/group-keys.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { selectChosenRows } from '../store/result-filter-rows.ts';
import { prepareHitTexts, type HitTexts } from '../store/search-rows.ts';
import { readBody } from '../store/stored-articles.ts';
import { UntilChange } from '../store/until-change.ts';
import { countSaved, type SavedCounts, type SavedRequest } from './count-saved.ts';
import { explainQuery, type QueryFacts } from './explain-query.ts';
import { groupMatches, type MatchGroup } from './group-matches.ts';
import { KnownWords } from './known-words.ts';
import { listRows } from './list-rows.ts';
import { listTries } from './list-tries.ts';
import { locateMatches } from './locate-matches.ts';
import { makeHits } from './make-hits.ts';
import { makeMarker } from './mark-text.ts';
import { QueryMatcher } from './match-query.ts';
import { findNearestWords } from './nearest-words.ts';
import { narrowMatches } from './narrow-matches.ts';
import type { Match } from './pick-best.ts';
import { describeQuery } from './query-language/describe-query.ts';
import { parseQuery } from './query-language/parse-query.ts';
import type { GroupNode, ParsedQuery, QueryNode } from './query-tree.ts';
import { pickFrom, runQuery, type QueryRun } from './run-query.ts';
import { SearchCosts, TooMuch } from './search-costs.ts';
import { findSimilar, toQuery } from './similar-articles.ts';
import { weighHits } from './weigh-hits.ts';

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  readonly sort: SearchSort;
  readonly typing: boolean;
  readonly explain: boolean;
  readonly filters?: ResultFilters | undefined;
  readonly group?: SearchGroup;
}

export type IdsRequest = Omit<SearchRequest, 'explain'>;

/** `scores`: of each id. */
export interface IdsAnswer {
  readonly total: number;
  readonly ids: ArticleId[];
  readonly scores: number[];
}

export interface FacetRequest {
  readonly query: string;
  readonly typing: boolean;
  readonly limit: number;
  readonly filters?: ResultFilters | undefined;
  readonly histogram?: boolean;
}

export interface FacetAnswer extends NarrowedCounts {
  readonly notes: string[];
}

export interface LocateRequest {
  readonly id: ArticleId;
  readonly query: string;
  readonly typing: boolean;
}

export interface SimilarRequest {
  readonly id: ArticleId;
  readonly limit: number;
}

export interface SimilarAnswer {
  readonly hits: SearchHit[];
  /** The words that they were found by, the most telling first. */
  readonly terms: string[];
}

export interface SearchAnswer {
  readonly total: number;
  readonly hits: SearchHit[];
  /** Of a grouped answer. */
  readonly groups?: MatchGroup[];
  readonly notes: string[];
  /** Articles that the index holds. */
  readonly indexed: number;
  readonly explain?: Explanation;
}

/** A shelf of novels; hits are marked in fewer, because there are many of them. */
const MOST_WORDS_LOCATED = 500_000;

/** Answers questions from an index, with the titles, texts and filters of the store. */
export class SearchEngine {
  readonly #index: SearchIndex;
  readonly #database: ReadableDatabase;
  readonly #words = new KnownWords();
  readonly #saved = new UntilChange<SavedCounts>(MOST_SMART);

  constructor(index: SearchIndex, database: ReadableDatabase) {
    this.#index = index;
    this.#database = database;
  }

  search(request: SearchRequest): SearchAnswer {
    const { root, notes } = parseQuery(request.query, { fields: FIELDS, typing: request.typing, now: new Date() });
    const indexed = this.#index.documents;
    const run = this.#run(root, request.filters);
    if (!run) return { total: 0, hits: [], notes: [...notes, TOO_MUCH], indexed };
    const { total, shown, groups } = this.#pick(run, request);
    const hits = this.#toHits(shown, root);
    const answer = { total, hits, ...(groups ? { groups } : {}), notes: [...notes, ...noteUncounted(run)], indexed };
    return request.explain ? { ...answer, explain: this.#explain(request.query, root, run, total, shown) } : answer;
  }

  /** What all matches of a query can be narrowed down by. */
  facets({ query, typing, limit, filters, histogram = false }: FacetRequest): FacetAnswer {
    const { root, notes } = parseQuery(query, { fields: FIELDS, typing, now: new Date() });
    const rows = this.#trying(() => listRows(this.#matcher(), root));
    return { ...countNarrowed(this.#database, rows ?? [], { limit, filters, histogram }), notes: rows ? [...notes] : [...notes, TOO_MUCH] };
  }

  /**
   * Everywhere a query matches one article.
   *
   * @throws LibraryError `not-found`
   */
  locate({ id, query, typing }: LocateRequest): MatchPlaces {
    const article = this.#find(id);
    const { root } = parseQuery(query, { fields: FIELDS, typing, now: new Date() });
    const marker = makeMarker(root, this.#index.languages(), this.#words, MOST_WORDS_LOCATED);
    return locateMatches(article, readBody(this.#database, article.n).html, marker);
  }

  /**
   * The articles that are most like one, best first, and the words that they were found by.
   *
   * @throws LibraryError `not-found`
   */
  similar({ id, limit }: SimilarRequest): SimilarAnswer {
    const article = this.#find(id);
    const { terms, matches } = findSimilar(this.#index, article, this.#words, limit);
    return { hits: this.#toHits(matches, toQuery(terms)), terms: terms.map(({ word }) => word) };
  }

  /** Every matching article, best first. @throws LibraryError `invalid-input` where it asks for too much */
  matchIds(query: string): ArticleId[] {
    const run = this.#run(parseQuery(query, { fields: FIELDS, typing: false, now: new Date() }).root);
    if (!run) throw new LibraryError('invalid-input', TOO_MUCH);
    return pickFrom(run, 'relevance', Number.MAX_SAFE_INTEGER).best.map(({ live, doc }) => ArticleId.parse(live.segment.documents.id(doc)));
  }

  #find(id: ArticleId): HitTexts {
    const article = prepareHitTexts(this.#database)(id);
    if (!article) throw new LibraryError('not-found', `There is no article with the id "${id}" outside the trash.`);
    return article;
  }

  /** What a saved search finds; a search that asks for too much finds nothing. Counted once for as long as nothing changes. */
  countSaved(request: SavedRequest): SavedCounts {
    // Queries may name days by where they lie from today.
    const name = JSON.stringify([request, this.#index.documents, new Date().toDateString()]);
    return this.#saved.answer(this.#database, name, () => this.#trying(() => countSaved(this.#index, this.#database, request)) ?? { total: 0, fresh: 0, upTo: request.looked });
  }

  /** A part of the answer, ids only. @throws LibraryError `invalid-input` where it asks for too much */
  ids(request: IdsRequest): IdsAnswer {
    const run = this.#run(parseQuery(request.query, { fields: FIELDS, typing: request.typing, now: new Date() }).root, request.filters);
    if (!run) throw new LibraryError('invalid-input', TOO_MUCH);
    const { total, shown } = this.#pick(run, request);
    return { total, ids: shown.map(({ live, doc }) => ArticleId.parse(live.segment.documents.id(doc))), scores: shown.map(({ score }) => score) };
  }

  /** A part of an answer; of a grouped one with the groups that it shows something of. */
  #pick(run: QueryRun, { sort, offset, limit, group = 'none' }: IdsRequest): { total: number; shown: Match[]; groups?: MatchGroup[] } {
    if (group === 'none') {
      const { total, best } = pickFrom(run, sort, offset + limit);
      return { total, shown: best.slice(offset) };
    }
    const { total, best } = pickFrom(run, sort, Number.MAX_SAFE_INTEGER);
    const { matches, groups } = groupMatches(best, readGroupKeys(this.#database, group), group);
    const end = offset + limit;
    return { total, shown: matches.slice(offset, end), groups: groups.filter(({ start, count }) => start < end && start + count > offset) };
  }

  #run(root: GroupNode, filters?: ResultFilters): QueryRun | undefined {
    const run = this.#trying(() => runQuery(this.#index, root, (filter) => selectFilterRows(this.#database, filter)));
    if (run) narrowMatches(run.matches, [...selectChosenRows(this.#database, filters).values()]);
    return run;
  }

  /** Undefined where the question asks for too much. */
  #trying<T>(ask: () => T): T | undefined {
    try {
      return ask();
    } catch (error) {
      if (error instanceof TooMuch) return undefined;
      throw error;
    }
  }

  #parse(query: string): ParsedQuery {
    return parseQuery(query, { fields: FIELDS, typing: false, now: new Date() });
  }

  #countText(query: string, count: (node: QueryNode) => number): number | null {
    const { root, notes } = this.#parse(query);
    return notes.length > 0 ? null : count(root);
  }

  #matcher(): QueryMatcher {
    return new QueryMatcher(this.#index, (filter) => selectFilterRows(this.#database, filter), new SearchCosts());
  }

  #toHits(matches: readonly Match[], query: QueryNode): SearchHit[] {
    return makeHits(this.#database, matches, makeMarker(query, this.#index.languages(), this.#words));
  }

  #explain(query: string, root: GroupNode, run: QueryRun, total: number, shown: readonly Match[]): Explanation {
    const { matcher, costs } = run;
    costs.allowMore(LIMITS.searchExplainMs);
    const count = (node: QueryNode) => matcher.count(node);
    const facts: QueryFacts = {
      count,
      nearestWords: (word) => findNearestWords(matcher.terms, word).map(({ word: near, node }) => ({ word: near, matches: count(node) })),
      isCommon: (word) => matcher.terms.analyse(word).stems.length === 0,
    };
    const understood = this.#trying(() => explainQuery(root, total, facts)) ?? { understood: describeQuery(root), parts: [], suggestions: [TOO_MUCH_TO_EXPLAIN] };
    const tries = this.#trying(() => listTries(query, this.#parse(query).root, total, { ...facts, countText: (text) => this.#countText(text, count) })) ?? [];
    const weights = this.#trying(() => weighHits(run, shown)) ?? [];
    return { ...understood, tries, hits: Object.fromEntries(shown.map(({ live, doc }, index) => [live.segment.documents.id(doc), weights[index] ?? []])) };
  }
}

const TOO_MUCH = 'This asks for too much at once: too many words match its patterns, or its phrases are made of too common words. Use fewer wildcards, put them at the end of words, or add rarer words.';

const TOO_MUCH_TO_EXPLAIN = 'To count each part of this query would take too long. Ask for fewer parts at once.';

function noteUncounted({ uncounted }: QueryRun): string[] {
  return uncounted.map((pattern) => `“${pattern}” stands for very many different words, so it finds articles but does not count for their order.`);
}

import { FactName, type FactSummary } from '../../contract/facts.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { readFacts, type FactsOfArticle } from './article-facts.ts';
import type { ReadableDatabase } from './open-database.ts';

/** So many different values are named. */
const MOST_VALUES = 8;

/** What some articles say of each fact. */
export function summarizeFacts(database: ReadableDatabase, ids: readonly ArticleId[]): Record<FactName, FactSummary> {
  const articles = readFacts(database, ids, FactName.options);
  const of = (name: FactName) => summarize(articles, name);
  return { title: of('title'), byline: of('byline'), published: of('published'), site: of('site'), url: of('url'), language: of('language') };
}

function summarize(articles: readonly FactsOfArticle[], name: FactName): FactSummary {
  const counts = new Map<string | null, number>();
  const sure: number[] = [];
  let corrected = 0;
  for (const { facts, guessed, corrected: own } of articles) {
    const value = facts[name] ?? null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (guessed[name] !== undefined) sure.push(guessed[name]);
    if (own.includes(name)) corrected += 1;
  }
  const values = [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
  return { values: values.slice(0, MOST_VALUES), distinct: counts.size, guessed: spread(sure), corrected };
}

/** A loop and no `Math.min(...)`: there may be a hundred thousand. */
function spread(sure: readonly number[]): FactSummary['guessed'] {
  if (sure.length === 0) return null;
  let [least, most] = [1, 0];
  for (const confidence of sure) {
    least = Math.min(least, confidence);
    most = Math.max(most, confidence);
  }
  return { count: sure.length, least, most };
}

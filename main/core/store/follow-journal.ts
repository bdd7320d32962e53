import { createHash } from 'node:crypto';
import zlib from 'node:zlib';
import { FactName } from '../../contract/facts.ts';
import { namedFacts } from './article-facts.ts';
import type { FactsGroup, Operation, StoredArticle } from './changes.ts';

/** What the journal says of one article, small enough to be held for each article of a large library. */
export interface Journalled {
  /** Of its content; see `digestOf`. */
  readonly digest: string;
  /** A sum of each fact, in the order of their names; see `factsOf`. */
  readonly facts: readonly number[];
  readonly read: boolean;
  readonly favourite: boolean;
  readonly archived: boolean;
  readonly trashed: boolean;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

type Marks = Omit<Journalled, 'digest' | 'facts'>;

const UNMARKED = { read: false, favourite: false, archived: false, trashed: false } as const;

/** Follows one operation as `applyOperation` does, with articles by their ids. */
export function followOperation(articles: Map<string, Journalled>, operation: Operation): void {
  switch (operation.do) {
    case 'add':
    case 'update': {
      const { article } = operation;
      const before = articles.get(article.id) ?? UNMARKED;
      articles.set(article.id, { ...before, trashed: false, digest: digestOf(article), facts: factsOf(article), tags: [...new Set(article.tags)], collections: [...new Set(article.collections)] });
      return;
    }
    case 'purge':
      for (const id of operation.ids) articles.delete(id);
      return;
    case 'trash':
    case 'restore':
      return changeEach(articles, operation.ids, (article) => ({ ...article, trashed: operation.do === 'trash' }));
    case 'set-state': {
      const { read, favourite, archived } = operation;
      return changeEach(articles, operation.ids, (article) => ({
        ...article,
        read: read ?? article.read,
        favourite: favourite ?? article.favourite,
        archived: archived ?? article.archived,
      }));
    }
    case 'label': {
      const { kind, name, on } = operation;
      const field = kind === 'tag' ? 'tags' : 'collections';
      return changeEach(articles, operation.ids, (article) => ({ ...article, [field]: on ? [...new Set([...article[field], name])] : article[field].filter((held) => held !== name) }));
    }
    case 'set-facts':
      for (const group of operation.to) {
        const sums = factsOf(group);
        const named = new Set(namedFacts(group.facts));
        changeEach(articles, group.ids, (article) => ({ ...article, facts: FactName.options.map((name, index) => (named.has(name) ? sums : article.facts)[index] ?? 0) }));
      }
      return;
    case 'set-extractor':
    case 'save-smart':
    case 'remove-smart':
    case 'begin-import':
    case 'report':
    case 'set-import':
    case 'forget-import':
    case 'watch':
    case 'unwatch':
    case 'take-files':
      return;
    default:
      operation satisfies never;
  }
}

/** The same for saved searches, each as JSON by its id. */
export function followSmart(smart: Map<string, string>, operation: Operation): void {
  if (operation.do === 'save-smart') smart.set(operation.smart.id, JSON.stringify(operation.smart));
  if (operation.do === 'remove-smart') smart.delete(operation.smart);
}

function changeEach(articles: Map<string, Journalled>, ids: readonly string[], change: (article: Journalled) => Journalled): void {
  for (const id of ids) {
    const article = articles.get(id);
    if (article) articles.set(id, change(article));
  }
}

/** Equal for two articles of the same content, whatever their facts are. */
export function digestOf({ html, text, source }: StoredArticle): string {
  return createHash('sha1').update(JSON.stringify([html, text, source.sha256])).digest('base64');
}

/** Sums that are equal for equal facts: what they say, whether it was inferred, whether the user stated it. */
export function factsOf(of: StoredArticle | FactsGroup): readonly number[] {
  const facts = 'facts' in of ? of.facts : of;
  return FactName.options.map((name) => {
    const said = name === 'published' ? [facts.published, facts.publishedPrecision] : name === 'url' ? [facts.url, facts.canonicalUrl] : [facts[name]];
    return zlib.crc32(JSON.stringify([...said, of.guessed[name] ?? null, of.corrected.includes(name)]));
  });
}

export function sameFacts(a: readonly number[], b: readonly number[]): boolean {
  return a.every((sum, index) => sum === b[index]);
}

/** Whether state, tags and collections are the same. */
export function sameMarks(journalled: Marks, row: Marks): boolean {
  return (
    journalled.read === row.read &&
    journalled.favourite === row.favourite &&
    journalled.archived === row.archived &&
    journalled.trashed === row.trashed &&
    sameNames(journalled.tags, row.tags) &&
    sameNames(journalled.collections, row.collections)
  );
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

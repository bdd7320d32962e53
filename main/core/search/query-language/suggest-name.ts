import { FIELDS } from '../../index/fields.ts';

/** What people call them elsewhere. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  title: ['headline', 'heading', 'name', 'subject', 'intitle'],
  body: ['text', 'content', 'fulltext', 'article', 'intext'],
  byline: ['author', 'authors', 'writer', 'creator'],
  site: ['source', 'publisher', 'domain', 'host', 'url', 'link', 'inurl', 'newspaper', 'website', 'feed'],
  lang: ['language', 'locale'],
  date: ['from', 'since', 'until', 'after', 'before', 'published', 'pubdate', 'year', 'month', 'day', 'when', 'time', 'newer', 'older'],
  added: ['imported', 'saved', 'created'],
  tag: ['tags', 'label', 'keyword', 'keywords', 'category', 'topic', 'collection', 'folder'],
  is: ['state', 'status'],
  has: ['with', 'contains'],
  words: ['length', 'size', 'wordcount', 'count'],
};

const NAMES: readonly string[] = [...new Set<string>([...FIELDS, ...Object.keys(SYNONYMS), 'by'])];

/** The field or filter that a user most likely means by a name that does not exist. */
export function suggestName(name: string): string | undefined {
  const asked = name.toLowerCase();
  const meant = Object.entries(SYNONYMS).find(([, synonyms]) => synonyms.includes(asked))?.[0];
  if (meant !== undefined) return meant;
  const farthest = Math.max(1, Math.floor(asked.length * 0.4));
  const [nearest] = NAMES.map((known) => ({ known, distance: countChanges(asked, known, farthest) }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.known;
}

/** Levenshtein's distance; anything above `most` where the lengths alone tell. */
function countChanges(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? most + 1;
}

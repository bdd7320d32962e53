/** A word, phrase or filter of a query, and what was found out about it. */
export interface PartFacts {
  /** In words: see `describePart`. */
  readonly text: string;
  /** Articles that it matches by itself. */
  readonly matches: number;
  /** Its words are all so common that the index does not look for them alone. */
  readonly common: boolean;
  /** Of a word that no article has: those of the index that are spelt like it, the likeliest first. */
  readonly nearest: readonly { readonly asked: string; readonly word: string; readonly matches: number }[];
  /** Of what was looked for in some fields only: where else it is found. */
  readonly elsewhere: readonly { readonly field: string; readonly matches: number }[];
}

/** What would be found without one of the conditions that all must hold. */
export interface DropFacts {
  readonly text: string;
  readonly excluded: boolean;
  readonly matches: number;
}

/** Longer advice is not read. */
const MOST_DROPS = 3;

/** What a person could ask instead, in sentences: where nothing was found, or a part of the query is found nowhere. */
export function suggest(total: number, parts: readonly PartFacts[], drops: readonly DropFacts[]): string[] {
  const missing = parts.filter(({ matches }) => matches === 0);
  const common = missing.filter((part) => part.common).map(({ text }) => text);
  const suggestions = missing.filter((part) => !part.common).flatMap(suggestForPart);
  if (common.length > 0) suggestions.unshift(`Words that stand everywhere (${common.join(', ')}) are not looked for alone: put them in quotation marks together with the words beside them.`);
  if (total > 0) return suggestions;
  const better = drops.filter(({ matches }) => matches > 0).toSorted((a, b) => b.matches - a.matches);
  return [...suggestions, ...better.slice(0, MOST_DROPS).map(suggestDrop)];
}

function suggestForPart({ text, nearest, elsewhere }: PartFacts): string[] {
  if (elsewhere.length > 0) return [`No article has ${text}, but ${elsewhere.map(({ field, matches }) => `${countArticles(matches)} in the ${field}`).join(', ')}.`];
  return nearest.map(({ asked, word, matches }) => `No article has “${asked}”. Did you mean “${word}” (${countArticles(matches)})?`);
}

function suggestDrop({ text, excluded, matches }: DropFacts): string {
  return `${excluded ? `Without leaving out ${text}` : `Without asking for ${text}`}, there would be ${countArticles(matches)}.`;
}

function countArticles(count: number): string {
  return count === 1 ? '1 article' : `${count.toLocaleString('en')} articles`;
}

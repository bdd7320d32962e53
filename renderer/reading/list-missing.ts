import type { Article } from '../../main/contract/articles.ts';

/** What belongs to an article and could not be had when it came in: addresses, whole where the article's own is known. */
export interface MissingParts {
  readonly pictures: readonly string[];
  readonly media: readonly string[];
}

export function listMissing({ extra, url }: Pick<Article, 'extra' | 'url'>): MissingParts {
  const addresses = (name: string) => [...new Set(textsOf(extra?.[name]).map((part) => (url === null ? part : (URL.parse(part, url)?.href ?? part))))];
  return { pictures: addresses('missingImages'), media: addresses('missingMedia') };
}

/** A file may say anything of itself by these names. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

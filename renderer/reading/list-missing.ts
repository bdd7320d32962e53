import type { Article } from '../../main/contract/articles.ts';

/** What belongs to an article and was not kept when it came in: addresses, or what its file calls them. */
export interface MissingParts {
  readonly pictures: readonly string[];
  readonly media: readonly string[];
}

export function listMissing({ extra }: Pick<Article, 'extra'>): MissingParts {
  return { pictures: textsOf(extra?.['missingImages']), media: textsOf(extra?.['missingMedia']) };
}

/** A file may say anything of itself by these names. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((one): one is string => typeof one === 'string'))] : [];
}

import type { Article } from '../../main/contract/articles.ts';

/** What belongs to an article and was not kept when it came in: addresses, or what its file calls them. */
export interface MissingParts {
  /** The further pages of an article that its site gives in several: it ends before them. */
  readonly pages: readonly string[];
  readonly pictures: readonly string[];
  readonly media: readonly string[];
}

export function listMissing({ extra }: Pick<Article, 'extra'>): MissingParts {
  return { pages: textsOf(extra?.['missingPages']), pictures: textsOf(extra?.['missingImages']), media: textsOf(extra?.['missingMedia']) };
}

export function isAllThere({ pages, pictures, media }: MissingParts): boolean {
  return pages.length + pictures.length + media.length === 0;
}

/** A file may say anything of itself by these names. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((one): one is string => typeof one === 'string'))] : [];
}

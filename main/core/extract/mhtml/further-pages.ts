import type { ArticleDraft } from '../article-draft.ts';
import { limitExtra } from '../limit-extra.ts';
import { firstField } from '../mime/read-header-fields.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { locationOf } from './index-parts.ts';

/**
 * Set by what Carrel itself saved, on the second and further pages of an article that its site gives in several: their number; or `missing`, on an empty part in
 * the place of one that could not be had.
 */
export const PAGE_FIELD = 'carrel-page';
export const MISSING_PAGE = 'missing';

/** Whether a part is a further page, whether it could be had or not. */
export function isFurtherPage({ fields }: MimePart): boolean {
  return firstField(fields, PAGE_FIELD) !== undefined;
}

export function isMissingPage({ fields }: MimePart): boolean {
  return firstField(fields, PAGE_FIELD)?.trim() === MISSING_PAGE;
}

/** An article with the addresses of its pages that could not be had: it ends before them. */
export function addMissingPages(draft: ArticleDraft, parts: readonly MimePart[]): ArticleDraft {
  const missingPages = parts.filter(isMissingPage).flatMap((part) => locationOf(part, undefined) ?? []);
  return missingPages.length === 0 ? draft : { ...draft, extra: limitExtra({ missingPages, ...draft.extra }) };
}

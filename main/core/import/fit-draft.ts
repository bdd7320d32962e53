import { Tag } from '../../contract/labels.ts';
import { LIMITS } from '../base/limits.ts';
import type { ArticleDraft } from '../extract/article-draft.ts';
import { limitExtra } from '../extract/limit-extra.ts';

/**
 * Embeddings, overrides and isolates: without the sign that ends them they set the direction of whatever is shown behind the text, too. The
 * marks that Arabic and Hebrew need (U+200E, U+200F) act on what stands beside them only, and stay.
 */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A draft whose short fields are fit to be stored and shown, whichever reader made it and whatever its source said: one
 * line each, without control characters (a terminal would obey them) and without what turns the text after it around,
 * whole characters, within the limits. An address that is too long is left out, because a part of it leads elsewhere.
 * The title is never empty.
 *
 * @param fileName the title of a draft whose own title holds nothing that can be shown
 */
export function fitDraft(draft: ArticleDraft, fileName: string): ArticleDraft {
  return {
    ...draft,
    title: fitLine(draft.title, LIMITS.titleLength) ?? fitLine(fileName, LIMITS.titleLength) ?? '?',
    byline: fitLine(draft.byline, LIMITS.bylineLength),
    site: fitLine(draft.site, LIMITS.siteLength),
    url: fitAddress(draft.url),
    related: draft.related.slice(0, LIMITS.relatedLinks).flatMap(({ title, url }) => {
      const fitting = fitLine(title, LIMITS.titleLength);
      return fitting === null ? [] : [{ title: fitting, url: fitAddress(url) }];
    }),
    extra: draft.extra && limitExtra(draft.extra),
    tags: draft.tags.flatMap(fitTag).slice(0, LIMITS.labelsPerArticle),
  };
}

function fitLine(text: string | null, length: number): string | null {
  if (text === null) return null;
  const line = text.replace(TURNS, '').replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim();
  return line.slice(0, length).toWellFormed().trim() || null;
}

/** What a file calls its tag, as the tag that it can be; none where nothing is left of it. */
function fitTag(tag: string): string[] {
  const fitting = Tag.safeParse(fitLine(tag, LIMITS.tagLength));
  return fitting.success ? [fitting.data] : [];
}

function fitAddress(address: string | null): string | null {
  return address !== null && address.length <= LIMITS.urlLength ? address : null;
}

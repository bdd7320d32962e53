import type { ArticleDraft } from '../extract/article-draft.ts';
import { isSameSite } from '../base/is-same-site.ts';
import type { GivenFacts } from './reader.ts';

/**
 * A draft with what the archive that held it knows, where it says nothing itself: a title that was only guessed, no address. What was
 * fetched, or has an address already, may call itself by another address of that site, and by none of another's: else it could pass for
 * an article there.
 */
export function addGivenFacts(draft: ArticleDraft, given: GivenFacts = {}): ArticleDraft {
  const { url, savedAt, title, asked, isUrlFormer = false } = given;
  const isForeign = url !== undefined && draft.url !== null && (asked !== undefined || isUrlFormer) && !isSameSite(draft.url, url);
  const { title: guessedTitle, ...guessed } = draft.guessed;
  const isTitleGiven = title !== undefined && guessedTitle !== undefined;
  return {
    ...draft,
    ...(isTitleGiven ? { title, guessed } : {}),
    url: isForeign ? url : (draft.url ?? url ?? null),
    extra: savedAt === undefined ? draft.extra : { savedAt, ...draft.extra },
  };
}

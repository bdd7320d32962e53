import type { ArticleDraft } from '../extract/article-draft.ts';
import type { GivenFacts } from './reader.ts';

/** A draft with what the archive that held it knows, where it says nothing itself: a title that was only guessed, no address. */
export function addGivenFacts(draft: ArticleDraft, given: GivenFacts = {}): ArticleDraft {
  const { url, savedAt, title } = given;
  const { title: guessedTitle, ...guessed } = draft.guessed;
  const isTitleGiven = title !== undefined && guessedTitle !== undefined;
  return {
    ...draft,
    ...(isTitleGiven ? { title, guessed } : {}),
    url: draft.url ?? url ?? null,
    extra: savedAt === undefined ? draft.extra : { savedAt, ...draft.extra },
  };
}

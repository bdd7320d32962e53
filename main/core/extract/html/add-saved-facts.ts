import { LIMITS } from '../../base/limits.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { limitExtra } from '../limit-extra.ts';
import { cleanTitle } from './clean-title.ts';

/** What the file that holds a saved page says of it. */
export interface SavedFacts {
  /** The title that the browser showed. */
  readonly title?: string | undefined;
  /** When it was saved, ISO 8601. */
  readonly savedAt?: string | undefined;
}

/** A title below this was made of the text or of the file's name. */
const TITLE_OF_PAGE = 0.6;

/** A page's article with what its file says: when it was saved, and a title where the page itself states none. */
export function addSavedFacts(draft: ArticleDraft, { title, savedAt }: SavedFacts): ArticleDraft {
  const named = title === undefined ? '' : cleanTitle(title, draft.site === null ? [] : [draft.site]).slice(0, LIMITS.titleLength);
  const isMissing = (draft.guessed['title'] ?? 1) < TITLE_OF_PAGE;
  const { title: _, ...guessed } = draft.guessed;
  return {
    ...draft,
    ...(named !== '' && isMissing ? { title: named, guessed } : {}),
    extra: savedAt === undefined ? draft.extra : limitExtra({ savedAt, ...draft.extra }),
  };
}

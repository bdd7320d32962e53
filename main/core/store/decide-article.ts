import { isUnfetched } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { OnDuplicate } from '../../contract/imports.ts';
import { bringsMedia } from './article-media.ts';
import { findDuplicate } from './find-duplicate.ts';
import type { NewArticle, Refusal } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';
import { refuseLesser } from './refuse-lesser.ts';
import { findOfAddress, readUnfetched } from './unfetched.ts';

/** What is known of an article by where it came from. */
export interface CameFrom {
  /** The article that came from the same place before: what is none of the library's else is a new version of it. */
  readonly earlier?: ArticleId | undefined;
  /** The article that is to be fetched from there. */
  readonly unfetched?: ArticleId | undefined;
  /** Whether that stays in the trash if it lies there. */
  readonly staysInTrash?: boolean;
}

/** What becomes of an article that an import wants stored. */
export type Decision =
  | { readonly action: 'added' }
  /** It is the page of an article that was to be fetched; or the address of one that was, and that comes out of the trash. */
  | { readonly action: 'filled' | 'brought back'; readonly id: ArticleId }
  | { readonly action: 'replaced' | 'versioned'; readonly id: ArticleId }
  | { readonly action: 'skipped'; readonly id: ArticleId; readonly refused?: Refusal };

/** Decides by what the library has; changes nothing. */
export function decideArticle(database: ReadableDatabase, { content, fetchedFrom }: NewArticle, onDuplicate: OnDuplicate, { earlier, unfetched }: CameFrom = {}): Decision {
  if (isUnfetched(content)) return decideAddress(database, content);
  const identity = { sha256: content.source.sha256, canonicalUrl: content.canonicalUrl, fingerprint: content.fingerprint };
  const duplicate = findDuplicate(database, identity, content.text) ?? (earlier && ({ id: earlier, kind: 'newer' } as const));
  if (!duplicate) return unfetched ? { action: 'filled', id: unfetched } : { action: 'added' };
  const { id } = duplicate;
  const waiting = readUnfetched(database, id);
  // A file that holds no more than the address itself says nothing new.
  if (waiting) return { action: waiting.sha256 === content.source.sha256 ? 'skipped' : 'filled', id };
  if (onDuplicate === 'skip' && duplicate.kind === 'same' && !(fetchedFrom && bringsMedia(database, id, content))) return { action: 'skipped', id };
  const refused = fetchedFrom && duplicate.kind === 'newer' ? refuseLesser(database, id, content) : undefined;
  if (refused) return { action: 'skipped', id, refused };
  return { action: onDuplicate === 'replace' ? 'replaced' : 'versioned', id };
}

/** An address says less than whatever is there of it. */
function decideAddress(database: ReadableDatabase, content: NewArticle['content']): Decision {
  const id = findOfAddress(database, content);
  if (id === undefined) return { action: 'added' };
  return { action: readUnfetched(database, id)?.trashed === true ? 'brought back' : 'skipped', id };
}

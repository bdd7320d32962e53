import { z } from 'zod';
import { Ids, MOST_IDS } from './articles.ts';
import { command, query } from './define.ts';
import { ERROR_CODES } from './errors.ts';
import { ArticleId } from './ids.ts';

/** Content that an article had, by the number that it is kept under. */
export const KeptVersion = z.object({ id: ArticleId, version: z.number().int().positive() });
export type KeptVersion = z.infer<typeof KeptVersion>;

const LeftAsItWas = z.object({
  id: ArticleId,
  code: z.enum(ERROR_CODES),
  /** A sentence that a user can act on. */
  message: z.string(),
});

/** What reading the imported files of some articles again came to: each is in one of the lists. */
export const ExtractedAgain = z.object({
  /** They have new content; what they had before is kept under this number. */
  changed: z.array(KeptVersion),
  /** They were read again, and nothing came out otherwise. */
  same: z.array(ArticleId),
  /** They were left as they were, and why. */
  left: z.array(LeftAsItWas),
});
export type ExtractedAgain = z.infer<typeof ExtractedAgain>;

export const originalMethods = {
  /**
   * What an article was imported from. `extractor`: the version that made the article of it; where `library.about` names a newer one,
   * `articles.extractAgain` may do better. Its bytes are too many for a call: hosts give them at the address of `originalPath`. `snapshot`:
   * whether the page can be shown as it was, at the address of `snapshotPath`.
   */
  'articles.original': query(z.object({ id: ArticleId }), z.object({ name: z.string(), kind: z.string(), extractor: z.number().int(), snapshot: z.boolean() })),
  /**
   * Reads the imported files of articles again, and gives the articles what comes out. Tags, collections, state and the facts that
   * the user stated stay, and so does an article that would be worse off: one whose pictures lay beside its file, or whose
   * file cannot be read any more.
   */
  'articles.extractAgain': command(Ids, ExtractedAgain),
  /**
   * Gives articles the content again that they had before their newest one: `changed` of `articles.extractAgain` takes that back. Left
   * alone are those that something has changed since. Answers with those that went back, as they were before: that
   * takes this back, too.
   */
  'articles.goBack': command(z.object({ versions: z.array(KeptVersion).min(1).max(MOST_IDS) }), z.object({ changed: z.array(KeptVersion) })),
};

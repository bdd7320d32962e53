import { z } from 'zod';

/*
 * Tags and collections, in the one form in which they are stored: whoever brings them (the window, an import's options,
 * a file) gets them through here, so that two spellings of one name are not two names.
 */

/** How long and how many. base/limits.ts has them for the documentation. */
export const LABEL_LIMITS = { tagLength: 100, collectionLength: 300, collectionDepth: 16, labelsPerArticle: 200 } as const;

/** What no name may hold: a terminal would obey it, and a line break would break a list. */
const UNFIT = /[\p{Cc}\u2028\u2029]/u;

/** A tag without white space around it. */
export const Tag = z
  .string()
  .max(1_000)
  .transform(composed)
  .pipe(
    z
      .string()
      .min(1, 'A tag needs a name.')
      .max(LABEL_LIMITS.tagLength, `A tag has up to ${LABEL_LIMITS.tagLength} characters.`)
      .refine((tag) => !UNFIT.test(tag), 'A tag has no line breaks and no control characters.'),
  );

/** A collection's place among the others, such as `Ukraine/Kharkiv`: names without white space around them and none empty. */
export const CollectionPath = z
  .string()
  .max(1_000)
  .transform((path) => path.split('/').map(composed).filter((name) => name !== '').join('/'))
  .pipe(
    z
      .string()
      .min(1, 'A collection needs a name.')
      .max(LABEL_LIMITS.collectionLength, `A collection's path has up to ${LABEL_LIMITS.collectionLength} characters.`)
      .refine((path) => !UNFIT.test(path), 'A collection has no line breaks and no control characters.')
      .refine(
        (path) => path.split('/').length <= LABEL_LIMITS.collectionDepth,
        `Collections lie up to ${LABEL_LIMITS.collectionDepth} deep in one another.`,
      ),
  );

/** One form for what looks the same: composed letters, whole characters. */
function composed(text: string): string {
  return text.toWellFormed().normalize('NFC').trim();
}

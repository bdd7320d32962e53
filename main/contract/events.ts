import { z } from 'zod';
import { ImportId } from './ids.ts';
import { ImportEntry, ImportProgress } from './imports.ts';

/** What the library tells without being asked: what changed, never the changed values themselves. */
export const LibraryEvent = z.discriminatedUnion('type', [
  /** Articles were added, edited, removed or restored; `change` is the store's change number. */
  z.object({ type: z.literal('articles-changed'), change: z.number().int() }),
  /** At most a few times a second for each import, and once when it ends. */
  z.object({ type: z.literal('import-progress'), progress: ImportProgress }),
  /** The search index now covers the changes up to `change`. */
  z.object({ type: z.literal('search-ready'), change: z.number().int() }),
  /** Watched folders were added or taken away, or one stands otherwise than before. */
  z.object({ type: z.literal('watched-changed') }),
  /** Some window changed a setting. */
  z.object({ type: z.literal('settings-changed') }),
]);
export type LibraryEvent = z.infer<typeof LibraryEvent>;

/** For hosts in the library's own process only: every item of an import as soon as it is durable. */
export const ImportEntriesEvent = z.object({ importId: ImportId, entries: z.array(ImportEntry) });
export type ImportEntriesEvent = z.infer<typeof ImportEntriesEvent>;

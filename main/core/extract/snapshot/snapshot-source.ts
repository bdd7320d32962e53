import { z } from 'zod';
import type { StoredPictures } from './stored-pictures.ts';

/** The readers whose files show a page as it was. */
export const SnapshotKind = z.enum(['html', 'mhtml', 'webarchive']);
export type SnapshotKind = z.infer<typeof SnapshotKind>;

/** What a snapshot is made from. */
export interface SnapshotSource {
  readonly kind: SnapshotKind;
  /** The file as it was imported. */
  readonly bytes: Uint8Array;
  /** The article's address, where the file names none. */
  readonly url: string | undefined;
  /** Of a page whose pictures lay beside it. */
  readonly stored?: StoredPictures;
}

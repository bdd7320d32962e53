import type { DatePrecision, RelatedLink } from '../../contract/articles.ts';
import type { z } from 'zod';
import type { MediaType } from './html/media-type.ts';

export type RasterType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';

/** A picture that belongs to an article. The article's HTML names it as `images/<sha256>`. */
export interface DraftImage {
  readonly sha256: string;
  /** From the content, never from the name. */
  readonly mediaType: RasterType | 'image/svg+xml';
  /** Of an SVG picture: as it was sanitized. */
  readonly bytes: Uint8Array;
}

/** A video or a sound that is a file of its own and never held in memory. */
export interface KeptMedia {
  readonly sha256: string;
  /** From the content, never from the name. */
  readonly mediaType: MediaType;
  /** Where it lies, synced, until it is moved into the library. Absent where the library has it. */
  readonly path?: string;
}

/** A published date as precise as the source gives it: ISO 8601, cut after the last known part. */
export interface PublishedDate {
  readonly value: string;
  readonly precision: DatePrecision;
}

/** What a reader makes of one item: a clean article that is not in the library yet. Unknown is null. */
export interface ArticleDraft {
  readonly title: string;
  readonly byline: string | null;
  readonly published: PublishedDate | null;
  readonly site: string | null;
  /** The article's canonical address, http or https. */
  readonly url: string | null;
  readonly language: string | null;
  /** Sanitized body, without the title. Safe to store and to show in the locked frame. */
  readonly html: string;
  /** The body as text: paragraphs parted by one empty line. */
  readonly text: string;
  readonly related: readonly RelatedLink[];
  /** Fields that were inferred and not stated, with a confidence from 0 to 1. */
  readonly guessed: Readonly<Record<string, number>>;
  /** What the source said that has no field. */
  readonly extra: Readonly<Record<string, z.core.util.JSONType>> | null;
  readonly tags: readonly string[];
  readonly images: readonly DraftImage[];
  /** Videos and sounds that the library has, or is to have, as files of their own; the HTML names them like images. */
  readonly media?: readonly KeptMedia[];
  /** Files beside the source that belong to it, by the path that `loadBeside` reported. */
  readonly companions: readonly string[];
}

import { createHash } from 'node:crypto';
import { LIMITS } from '../../base/limits.ts';
import type { ReaderInput } from '../../import/reader.ts';
import type { DraftImage } from '../article-draft.ts';
import { imageTypeOf, isBlankPixel } from './image-type.ts';
import { sanitizeSvg } from './sanitize-svg.ts';

/** The pictures that an article turned out to have while its markup was cleaned. */
export interface ImageCollector {
  /**
   * Takes the first of the addresses that there is a picture for, and tells where its copy lies (`images/<sha256>`).
   * Undefined where there is none; then the first address counts as missing.
   */
  readonly take: (sources: readonly string[]) => string | undefined;
  readonly images: () => DraftImage[];
  readonly companions: () => string[];
  /** Addresses of pictures that the article has and we do not. */
  readonly missing: () => string[];
}

const MOST_MISSING = 50;

type Picture = Pick<DraftImage, 'bytes' | 'mediaType'>;
type Taken = (Picture & { readonly path?: string }) | 'blank' | undefined;

/** A picture that came along in the same file as the page, by its address as the page writes it. */
export type LoadEmbedded = (address: string) => Uint8Array | undefined;

/** Pictures come out of `data:` addresses, of the file that holds the page and from files beside it; nothing is ever fetched. */
export function collectImages(loadBeside: ReaderInput['loadBeside'], loadEmbedded?: LoadEmbedded): ImageCollector {
  const images = new Map<string, DraftImage>();
  const companions = new Set<string>();
  const missing = new Set<string>();
  let totalBytes = 0;

  const store = ({ bytes, mediaType }: Picture): string | undefined => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!images.has(sha256)) {
      if (images.size >= LIMITS.imagesPerArticle || totalBytes + bytes.length > LIMITS.imagesPerArticleBytes) return undefined;
      totalBytes += bytes.length;
      images.set(sha256, { sha256, mediaType, bytes });
    }
    return `images/${sha256}`;
  };

  const take = (sources: readonly string[]): string | undefined => {
    let isBlank = false;
    for (const source of sources) {
      const found = load(source, loadBeside, loadEmbedded);
      if (found === 'blank') isBlank = true;
      if (found === undefined || found === 'blank') continue;
      const stored = store(found);
      if (stored === undefined) continue;
      if (found.path !== undefined) companions.add(found.path);
      return stored;
    }
    const first = sources.find((source) => !source.startsWith('data:'));
    if (first !== undefined && missing.size < MOST_MISSING) missing.add(first.slice(0, LIMITS.urlLength).toWellFormed());
    else if (!isBlank && sources[0] !== undefined && missing.size < MOST_MISSING) missing.add(`${sources[0].slice(0, 40)}...`);
    return undefined;
  };
  return { take, images: () => [...images.values()], companions: () => [...companions], missing: () => [...missing] };
}

function load(source: string, loadBeside: ReaderInput['loadBeside'], loadEmbedded: LoadEmbedded | undefined): Taken {
  const isData = /^data:/i.test(source);
  const inside = isData ? decodeDataUrl(source) : loadEmbedded?.(source);
  if (inside !== undefined) return readPicture(inside);
  if (isData) return undefined;
  const path = pathBeside(source);
  const file = path === undefined ? undefined : loadBeside(path);
  if (file === undefined) return undefined;
  const picture = readPicture(file.bytes);
  return picture === undefined || picture === 'blank' ? picture : { ...picture, path: file.path };
}

function readPicture(bytes: Uint8Array): Picture | 'blank' | undefined {
  if (bytes.length > LIMITS.imageBytes) return undefined;
  const mediaType = imageTypeOf(bytes);
  if (mediaType !== undefined) return isBlankPixel(bytes) ? 'blank' : { bytes, mediaType };
  const drawing = sanitizeSvg(bytes);
  if (drawing === undefined) return undefined;
  return drawing.isBlank ? 'blank' : { bytes: drawing.bytes, mediaType: 'image/svg+xml' };
}

/** The bytes of a `data:` address; undefined when it holds no picture or is longer than one may be. */
export function decodeDataUrl(url: string): Uint8Array | undefined {
  const match = /^data:([^,]{0,200}),/i.exec(url);
  if (match === null || url.length > LIMITS.imageBytes * 2) return undefined;
  const data = url.slice(match[0].length);
  if (/;\s*base64\s*$/i.test(match[1] ?? '')) return Buffer.from(unescapeOrKeep(data), 'base64');
  // Only drawings are written out as text.
  return /^\s*image\/svg\+xml\s*(?:;|$)/i.test(match[1] ?? '') ? decodePercents(data) : undefined;
}

/** As browsers do: a percent sign that stands for no byte is one itself. */
function decodePercents(text: string): Uint8Array {
  const pieces = text.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(pieces.map((piece, index) => (index % 2 === 1 ? Buffer.from(piece.replaceAll('%', ''), 'hex') : Buffer.from(piece))));
}

/** The relative path of a file beside the page, decoded. Undefined for anything that is not a plain relative path. */
export function pathBeside(source: string): string | undefined {
  const bare = source.replace(/[?#].*$/s, '').trim();
  const path = unescapeOrKeep(bare).replaceAll('\\', '/');
  const isRelative = path !== '' && !path.startsWith('/') && !/^[a-z][a-z0-9+.-]*:/i.test(path) && !path.includes('\0');
  return isRelative && path.length <= LIMITS.urlLength ? path : undefined;
}

function unescapeOrKeep(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A file whose name holds a bare percent sign.
    return text;
  }
}

import { LIMITS } from '../../base/limits.ts';
import { isBlankPixel } from '../html/image-type.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { fileTypeFor, isSvg, type FileUse } from './file-type.ts';

/** What the cleaning of a page asks of the files that came with it. Addresses are absolute where they can be. */
export interface PageFiles {
  /** What is written in the place of the address; undefined where there is no such file, or there has been too much. */
  readonly place: (address: string, ...uses: readonly FileUse[]) => string | undefined;
  /** Whether a picture is one of those that only stand in until a script loads the real one. */
  readonly isBlank: (address: string) => boolean;
  /** The text of a style sheet. */
  readonly sheet: (address: string) => string | undefined;
}

interface PageFilesOptions {
  /** A file of the page by its address. */
  readonly load: LoadEmbedded;
  /** An SVG picture without what could run or load; undefined where it is none. */
  readonly cleanSvg: (bytes: Uint8Array) => Uint8Array | undefined;
}

/** Every sheet counts for so much at least, so that many empty ones come to an end, too. */
const LEAST_SHEET_LENGTH = 1_000;

/**
 * The files of a page, each under a short address of its own while the page is worked on: `data:` addresses of some
 * megabytes would be read again in each round. `fill` puts the real ones into the finished page.
 *
 * @param mark stands in the short addresses; nobody who wrote a page can know it
 */
export function pageFiles({ load, cleanSvg }: PageFilesOptions, mark: string): PageFiles & { readonly fill: (html: string) => string } {
  const start = `data:,${mark}-`;
  const placed: string[] = [];
  const known = new Map<string, string | undefined>();
  let bytesLeft: number = LIMITS.snapshotBytes;
  let stylesLeft: number = LIMITS.snapshotStyleLength;

  const dataAddress = (address: string, uses: readonly FileUse[]): string | undefined => {
    const bytes = loadFile(address, load);
    if (bytes === undefined || bytes.length > LIMITS.imageBytes) return undefined;
    const type = uses.map((use) => fileTypeFor(use, bytes)).find((found) => found !== undefined);
    if (type !== undefined) return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
    const svg = uses.includes('picture') && isSvg(bytes) ? cleanSvg(bytes) : undefined;
    return svg && `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  };

  const place = (address: string, ...uses: readonly FileUse[]): string | undefined => {
    // Of an earlier round.
    if (address.startsWith(start)) return address;
    const key = `${uses.join()} ${address}`;
    let short = known.get(key);
    if (!known.has(key)) {
      const data = dataAddress(address, uses);
      if (data !== undefined) short = `${start}${placed.push(data) - 1}-`;
      known.set(key, short);
    }
    // Each place where it stands counts: one picture may be asked for a million times.
    const length = short === undefined ? 0 : (placed[numberOf(short)]?.length ?? 0);
    if (length > bytesLeft) return undefined;
    bytesLeft -= length;
    return short;
  };

  const sheet = (address: string): string | undefined => {
    if (stylesLeft <= 0) return undefined;
    const bytes = loadFile(address, load);
    if (bytes === undefined) return undefined;
    const css = new TextDecoder().decode(bytes);
    stylesLeft -= Math.max(css.length, LEAST_SHEET_LENGTH);
    return stylesLeft < 0 ? undefined : css;
  };

  const isBlank = (address: string): boolean => {
    const bytes = loadFile(address, load);
    return bytes !== undefined && isBlankPixel(bytes);
  };
  const fill = (html: string): string => html.replace(new RegExp(`${start}(\\d+)-`, 'g'), (_, number: string) => placed[Number(number)] ?? '');
  return { place, isBlank, sheet, fill };
}

function numberOf(short: string): number {
  return Number(/(\d+)-$/.exec(short)?.[1]);
}

/** From the page's own files, or out of a `data:` address; parts of a file (`icons.svg#one`) are parts of the whole. */
function loadFile(address: string, load: LoadEmbedded): Uint8Array | undefined {
  if (/^data:/i.test(address)) return decodeData(address);
  return load(address) ?? (address.includes('#') ? load(address.replace(/#.*$/s, '')) : undefined);
}

/** The bytes of a `data:` address, written in either way. */
function decodeData(address: string): Uint8Array | undefined {
  const comma = address.indexOf(',');
  if (comma === -1 || address.length > LIMITS.imageBytes * 2) return undefined;
  const text = unescapeBytes(address.slice(comma + 1));
  return /;\s*base64\s*$/i.test(address.slice(0, comma)) ? Buffer.from(text.toString('latin1'), 'base64') : text;
}

/** As browsers do: a percent sign that encodes nothing stays, and so does all else, in UTF-8. */
function unescapeBytes(text: string): Buffer {
  if (!text.includes('%')) return Buffer.from(text);
  const bytes = Buffer.from(text).toString('latin1');
  return Buffer.from(bytes.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1');
}

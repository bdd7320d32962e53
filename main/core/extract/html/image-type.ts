import type { RasterType } from '../article-draft.ts';

/** What kind of raster picture the bytes are, by their first bytes and never by a name. Undefined: none that articles may hold. SVG is known by sanitizeSvg. */
export function imageTypeOf(bytes: Uint8Array): RasterType | undefined {
  const ascii = (start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end));
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'image/gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(4, 8) === 'ftyp' && /avif|avis/.test(ascii(8, 32))) return 'image/avif';
  return undefined;
}

/** Spacers, trackers and the blanks that stand in until a page's script loads the picture. */
export function isBlankPixel(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (imageTypeOf(bytes) === 'image/gif' && bytes.length >= 10) return view.getUint16(6, true) <= 2 && view.getUint16(8, true) <= 2;
  if (imageTypeOf(bytes) === 'image/png' && bytes.length >= 24) return view.getUint32(16) <= 2 && view.getUint32(20) <= 2;
  return false;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

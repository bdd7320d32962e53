import { imageTypeOf } from '../html/image-type.ts';

/** What a page may show of what came with it. */
export type FileUse = 'picture' | 'font' | 'media';

/** The first bytes of a kind of file; `at` is where they stand. */
interface Sign {
  readonly bytes: string;
  readonly at?: number;
  readonly type: string;
}

const FONTS: readonly Sign[] = [
  { bytes: 'wOF2', type: 'font/woff2' },
  { bytes: 'wOFF', type: 'font/woff' },
  { bytes: '\0\u0001\0\0', type: 'font/ttf' },
  { bytes: 'true', type: 'font/ttf' },
  { bytes: 'OTTO', type: 'font/otf' },
  { bytes: 'ttcf', type: 'font/collection' },
];
const OTHER_PICTURES: readonly Sign[] = [
  { bytes: '\0\0\u0001\0', type: 'image/x-icon' },
  { bytes: 'BM', type: 'image/bmp' },
];
const MEDIA: readonly Sign[] = [
  { bytes: 'ftyp', at: 4, type: 'video/mp4' },
  { bytes: '\u001aE\u00df\u00a3', type: 'video/webm' },
  { bytes: 'OggS', type: 'application/ogg' },
  { bytes: 'ID3', type: 'audio/mpeg' },
  { bytes: '\u00ff\u00fb', type: 'audio/mpeg' },
  { bytes: 'fLaC', type: 'audio/flac' },
];

/** The media type of a file by its first bytes, never by its name or by what somebody says of it. Undefined: not for this use. SVG is looked at elsewhere. */
export function fileTypeFor(use: FileUse, bytes: Uint8Array): string | undefined {
  switch (use) {
    case 'picture':
      return imageTypeOf(bytes) ?? typeBySign(bytes, OTHER_PICTURES);
    case 'font':
      return typeBySign(bytes, FONTS);
    case 'media':
      return typeBySign(bytes, MEDIA);
  }
}

function typeBySign(bytes: Uint8Array, signs: readonly Sign[]): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1');
  return signs.find(({ bytes: sign, at = 0 }) => start.startsWith(sign, at))?.type;
}

/** Whether bytes are an SVG picture: text whose first element is `svg`, whatever stands before it. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SVG_SEARCHED)).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?\s*<[?!s]/.test(start) && /<svg[\s>]/.test(start);
}

const SVG_SEARCHED = 4_096;

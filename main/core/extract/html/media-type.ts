/** Videos and sounds that articles may hold. */
export const MEDIA_TYPES = ['video/mp4', 'video/webm', 'video/ogg', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav', 'audio/flac', 'audio/aac'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** So much of a file's beginning tells what it is. */
export const MEDIA_SIGN_BYTES = 512;

/**
 * What kind of video or sound a file is, by its first bytes and never by a name. Undefined: none that browsers play, such as a list of
 * pieces that a player would ask its site for (HLS, DASH).
 */
export function mediaTypeOf(start: Uint8Array): MediaType | undefined {
  const text = Buffer.from(start.subarray(0, MEDIA_SIGN_BYTES)).toString('latin1');
  if (text.startsWith('ftyp', 4)) return typeOfBrand(text.slice(8, 12));
  if (text.startsWith('\x1a\x45\xdf\xa3')) return /webm|matroska/.test(text) ? 'video/webm' : undefined;
  if (text.startsWith('OggS')) return /\x80theora|BBCD\0|fishead/.test(text) ? 'video/ogg' : 'audio/ogg';
  if (text.startsWith('RIFF') && text.startsWith('WAVE', 8)) return 'audio/wav';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('ID3')) return 'audio/mpeg';
  const [first = 0, second = 0] = start;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  // ISO 13818-7 and 11172-3: after eleven ones come two bits of a version, where 01 is none, and two of a layer: 00 for AAC, 01 and 10 for what is called MP3 and MP2.
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  const layer = (second >> 1) & 3;
  return (second & 0x18) === 0x08 || (layer !== 1 && layer !== 2) ? undefined : 'audio/mpeg';
}

/** ISO 14496-12 has pictures, too. Files of QuickTime play where their codecs are known. */
function typeOfBrand(brand: string): MediaType | undefined {
  if (/^(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mi[af]1|msf1|crx )/.test(brand)) return undefined;
  return /^M4[AB] |^F4[AB] /.test(brand) ? 'audio/mp4' : 'video/mp4';
}

import { LIMITS } from '../../base/limits.ts';
import { chooseLegacyCharset } from '../../extract/charset/choose-legacy-charset.ts';

/** What the bytes from 0x80 on stand for in the charset of DOS, which zip archives have where they say nothing. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Charsets whose names show clearly enough in a few characters. */
const EAST_ASIAN = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/** A file's name in an archive as text. UTF-8 wherever it is that, whatever the archive says. */
export function decodeEntryName(bytes: Uint8Array): string {
  const name = bytes.every((byte) => byte < 0x80) ? Buffer.from(bytes).toString('latin1') : (tryUtf8(bytes) ?? decodeLegacy(bytes));
  return name.slice(0, LIMITS.archiveNameLength).toWellFormed();
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // `fatal` reports bytes that are no UTF-8 by throwing: here that is an answer.
    return undefined;
  }
}

function decodeLegacy(bytes: Uint8Array): string {
  const { charset, confidence } = chooseLegacyCharset(bytes);
  if (EAST_ASIAN.has(charset) && confidence >= 0.5) return new TextDecoder(charset).decode(bytes);
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80])).join('');
}

const CP437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const CP850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const SYMBOL_LETTERS: Readonly<Record<string, string>> = { A: 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', a: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ' };
/** What lists are marked with in the fonts of symbols. */
const SYMBOL_MARKS: Readonly<Record<number, string>> = { 0x6c: '●', 0x6e: '■', 0xa7: '▪', 0xa8: '◻', 0xb7: '•', 0xd8: '➢', 0xe0: '→', 0xfc: '✓' };

const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 437: 'cp437', 850: 'cp850', 866: 'ibm866', 874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 1361: 'euc-kr' },
  ...{ 10000: 'macintosh', 10001: 'shift_jis', 10007: 'x-mac-cyrillic', 20866: 'koi8-r', 28591: 'iso-8859-1', 28592: 'iso-8859-2', 54936: 'gb18030', 65001: 'utf-8' },
  ...Object.fromEntries([1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`])),
};
const FONT_CHARSETS: Readonly<Record<number, string>> = {
  ...{ 0: 'windows-1252', 2: 'symbol', 77: 'macintosh', 78: 'shift_jis', 79: 'euc-kr', 80: 'gb18030', 81: 'big5', 89: 'x-mac-cyrillic', 128: 'shift_jis', 129: 'euc-kr', 130: 'euc-kr' },
  ...{ 134: 'gb18030', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254', 163: 'windows-1258', 177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257' },
  ...{ 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250', 254: 'cp437', 255: 'cp850' },
};

/** The charset of a code page (`\ansicpg`, `\cpg`), by its name of the web or one of ours; undefined for one that nobody has. */
export function charsetOfCodePage(page: number): string | undefined {
  return Object.hasOwn(CODE_PAGES, page) ? CODE_PAGES[page] : undefined;
}

/** The charset that `\fcharset` stands for; undefined where it means that of the document. */
export function charsetOfFont(fcharset: number): string | undefined {
  return Object.hasOwn(FONT_CHARSETS, fcharset) ? FONT_CHARSETS[fcharset] : undefined;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Bytes in a charset that the functions above named. */
export function decodeRtfBytes(bytes: Uint8Array, charset: string): string {
  if (charset === 'cp437' || charset === 'cp850') return Array.from(bytes, (byte) => decodeOldByte(byte, charset === 'cp437' ? CP437 : CP850)).join('');
  if (charset === 'symbol') return Array.from(bytes, decodeSymbol).join('');
  const decoder = decoders.get(charset) ?? new TextDecoder(charset, { ignoreBOM: true });
  decoders.set(charset, decoder);
  return decoder.decode(bytes);
}

function decodeOldByte(byte: number, upper: string): string {
  return byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80);
}

/** A character of a font of symbols: Greek letters and marks of lists. Others keep their place among the private characters. */
export function decodeSymbol(byte: number): string {
  if (byte >= 0x41 && byte <= 0x5a) return SYMBOL_LETTERS['A']?.charAt(byte - 0x41) ?? '';
  const mark = SYMBOL_MARKS[byte];
  if (mark !== undefined && byte >= 0x80) return mark;
  if (byte >= 0x61 && byte <= 0x7a) return SYMBOL_LETTERS['a']?.charAt(byte - 0x61) ?? '';
  return byte < 0x80 ? String.fromCharCode(byte) : String.fromCharCode(0xf000 + byte);
}

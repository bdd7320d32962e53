/** Charsets that only ever served to smuggle markup past a check are none of these. */
const CHARSETS = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis)$/i;

/**
 * The text of an SVG file by its byte order mark, else by the charset that it declares, else as UTF-8. Undefined for bytes that do not begin
 * with markup, compressed ones among them.
 */
export function decodeSvg(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 300)).toString('latin1');
  const marked = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
  const bare = start.replace(/^\xef\xbb\xbf/, '');
  if (marked === undefined && !/^\s*</.test(bare)) return undefined;
  const declared = /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})["']/.exec(bare)?.[1] ?? '';
  // Of UTF-16 the declaration itself could not have been read.
  const stated = CHARSETS.test(declared) && !/^utf-?16/i.test(declared) ? declared : 'utf-8';
  return new TextDecoder(marked ?? stated).decode(bytes);
}

/** Endings of what is kept as it came, by what its site calls it. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['mhtml', 'mhtml'],
  ['application/pdf', 'pdf'],
  ['application/epub+zip', 'epub'],
  ['application/zip', 'zip'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/rtf', 'rtf'],
  ['text/rtf', 'rtf'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['message/rfc822', 'eml'],
  ['multipart/related', 'mhtml'],
]);
const LONGEST = 80;
/** What Windows takes for a device, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])\./i;

/** A file's name for what an address led to: the last part of its path, or the site's name. It is no path, and says nothing that counts. */
export function fileNameOf(url: URL, type: string): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  const ending = ENDINGS.get(type) ?? /\.([a-z0-9]{1,5})$/i.exec(last)?.[1]?.toLowerCase() ?? 'bin';
  const stem = decode(last)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, LONGEST)
    .toWellFormed();
  const host = url.hostname.replace(/[^a-z0-9.-]+/gi, '-').slice(0, LONGEST);
  const name = `${stem === '' ? host : stem}.${ending}`;
  return DEVICE.test(name) ? `page-${name}` : name;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the name.
    return text;
  }
}

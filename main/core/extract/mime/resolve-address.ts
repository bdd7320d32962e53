/** `cid:` addresses name a part by its Content-ID, percent-encoded. */
const CONTENT_ID = /^cid:/i;

/** An address in the one spelling in which addresses of parts are compared. One that leads nowhere stays as it is. */
export function resolveAddress(address: string, base: string | undefined): string {
  const trimmed = address.trim();
  if (CONTENT_ID.test(trimmed)) return `cid:${decode(trimmed.replace(CONTENT_ID, ''))}`;
  const url = URL.parse(trimmed, base);
  if (!url) return trimmed;
  // What stands behind the hash names a place in the part.
  if (url.protocol === 'http:' || url.protocol === 'https:') url.hash = '';
  return url.href;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the name.
    return text;
  }
}

/** The address that a link may open outside of Carrel: web pages only. Null for everything else. */
export function addressToOpen(href: string): string | null {
  // No base: a relative address in a kept article points nowhere any more.
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

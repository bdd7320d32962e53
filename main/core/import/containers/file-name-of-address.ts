const LONGEST = 120;

/** What a file that was saved from an address would be called: `ferry.html`. */
export function fileNameOfAddress(address: string, ending: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(address)?.[1] ?? '';
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#:]*)/i.exec(address)?.[1] ?? '';
  const last = decodeOrKeep(path.split('/').findLast((part) => part !== '') ?? host).replaceAll(/[\\/\p{Cc}]/gu, ' ');
  const stem = last.replace(/\.(?:html?|xhtml|php|aspx?|jsp)$/i, '').slice(0, LONGEST).toWellFormed();
  return stem.toLowerCase().endsWith(`.${ending}`) ? stem : `${stem === '' ? 'index' : stem}.${ending}`;
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare percent sign.
    return text;
  }
}

/** What a style sheet wants loaded, as absolute addresses. */
export interface StyleReferences {
  /** Other style sheets. */
  readonly imports: string[];
  /** Pictures and faces. */
  readonly files: string[];
}

const IMPORT = /@import\s+(?:url\(\s*)?(?:"([^"]{1,4000})"|'([^']{1,4000})'|([^\s"'();]{1,4000}))/gi;
const URL_OF = /url\(\s*(?:"([^"]{1,4000})"|'([^']{1,4000})'|([^\s"'()]{1,4000}))\s*\)/gi;
const MOST = 500;

/** Rather too many than too few, comments and all: it decides what is fetched, not what is shown. */
export function listStyleReferences(css: string, base: string): StyleReferences {
  const imports = addressesOf(css.matchAll(IMPORT), base);
  const files = addressesOf(css.matchAll(URL_OF), base).filter((url) => !imports.includes(url));
  return { imports, files };
}

function addressesOf(matches: Iterable<RegExpMatchArray>, base: string): string[] {
  const found = new Set<string>();
  for (const [, double, single, bare] of matches) {
    const url = URL.parse((double ?? single ?? bare ?? '').trim(), base);
    if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) continue;
    url.hash = '';
    found.add(url.href);
    if (found.size >= MOST) break;
  }
  return [...found];
}

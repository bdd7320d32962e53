/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|ref_src|cmpid|ncid|wt_mc|xtor|at_\w+|share|smid|__twitter_impression)$/i;

/** What asks for the short form of a page that some sites have for telephones (AMP). */
const SHORT_FORM: Readonly<Record<string, RegExp>> = { amp: /^(?:1|true|)$/i, outputtype: /^amp$/i };

/** Caches that show the short form of a page under an address of their own, the page's within it: `/c/s/paper.example/story`. */
const CACHES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)cdn\.ampproject\.org$/, path: /^\/[a-z](?:\/(s))?\/([^/]+\.[^/]+)(\/.*)?$/ },
  { host: /^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/, path: /^\/amp(?:\/(s))?\/([^/]+\.[^/]+)(\/.*)?$/ },
];

/**
 * The one form of an address by which copies of an article are known: https, host in lower case without `www.` and what
 * marks it as one for telephones, no fragment, no tracking parameters, the others sorted, no trailing slash, and not the
 * short form (AMP) of a page. Null for a site's front page (every page of a careless site names it as canonical) and for
 * what is no web address.
 */
export function canonicalAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = outOfCache(new URL(address));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const kept = [...url.searchParams].filter(([name, value]) => !TRACKING.test(name) && !SHORT_FORM[name.toLowerCase()]?.test(value)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const path = wholeForm(url.pathname.replace(/\/+$/, ''));
  if (path === '' && kept.length === 0) return null;
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : '';
  const query = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : '';
  return `https://${hostForAll(url.hostname)}${port}${path}${query}`;
}

function outOfCache(url: URL): URL {
  for (const { host, path } of CACHES) {
    const [, , site, rest = '/'] = (host.test(url.hostname) && path.exec(url.pathname)) || [];
    const within = site === undefined ? '' : `https://${site}${rest}${url.search}`;
    if (URL.canParse(within)) return new URL(within);
  }
  return url;
}

/** `/story/amp`, `/amp/story` and `/story.amp.html` are short forms of `/story` and `/story.html`. */
function wholeForm(path: string): string {
  return path
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/(?<=.)\/amp$/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '');
}

/** Without `www`, and without `m`, `mobile` or `amp` where a site's own name is left: `en.m.wiki.example` is `en.wiki.example`. */
function hostForAll(host: string): string {
  const labels = host.replace(/^www\./, '').split('.');
  const own = labels.length - 2;
  return labels.filter((label, index) => index >= own || !/^(?:m|mobile|amp)$/.test(label)).join('.');
}

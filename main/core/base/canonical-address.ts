/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|ref_src|cmpid|wt_mc|xtor|smid|__twitter_impression)$/i;

/** Those of one service (AT Internet, which is Piano now), and what the BBC adds. Others that begin like them may name a page. */
const AT_TRACKING =
  /^at_(?:medium|campaign(?:_type)?|platform|creation|variant|network|term|channel|format|type|identity|general_placement|detail_placement|emailtype|send_(?:date|time)|recipient_(?:id|list)|link(?:_id|_type|_origin)?|ptr_name|bbc_team|custom\d{1,2})$/i;

/** Parameters that say nothing of the page where they have such a value. */
const BY_VALUE: ReadonlyMap<string, RegExp> = new Map([
  // They ask for the short form of a page that some sites have for telephones (AMP).
  ['amp', /^(?:1|true|)$/i],
  ['outputtype', /^amp$/i],
  // Where a button of the page sends it to.
  ['share', /^(?:|(?:jetpack-)?(?:facebook|twitter|x|linkedin|whatsapp|email|pinterest|reddit|telegram|tumblr|pocket|print|bluesky|mastodon|threads|nextdoor|skype|google-plus-1|press-this)|custom-\d+)$/i],
  // As AOL's papers (`txtlnkusaolp00000618`) and NVIDIA (`so-twit-12345`) count their campaigns.
  ['ncid', /^(?:|[a-z_]{4,}\d{8}|(?:so|pa|em|ref|afm)-[a-z].*|no-ncid)$/i],
]);

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
  const kept = [...url.searchParams].filter(([name, value]) => namesPage(name, value)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const path = wholeForm(url.pathname.replace(/\/+$/, ''));
  if (path === '' && kept.length === 0) return null;
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : '';
  const query = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : '';
  return `https://${hostForAll(url.hostname)}${port}${path}${query}`;
}

function namesPage(name: string, value: string): boolean {
  return !TRACKING.test(name) && !AT_TRACKING.test(name) && BY_VALUE.get(name.toLowerCase())?.test(value) !== true;
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

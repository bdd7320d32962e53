/** Hosts that count readers and show nothing. Pictures of theirs are not fetched. */
const HOSTS = /(?:^|\.)(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|googlesyndication\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.(?:com|net)|omtrdc\.net|2o7\.net|demdex\.net|imrworldwide\.com|ioam\.de|ivwbox\.de|statcounter\.com|hotjar\.com|mixpanel\.com|segment\.(?:io|com)|krxd\.net|bluekai\.com|adnxs\.com|taboola\.com|outbrain\.com|criteo\.(?:com|net)|bat\.bing\.com|pixel\.wp\.com|stats\.wp\.com|mc\.yandex\.ru|counter\.yadro\.ru)$/;
const NAMES = /\/(?:pixel|beacon|tracking|track|counter|count|collect|spacer|clear|blank|1x1|transparent)(?:\.(?:gif|png|php|aspx?|cgi))?$/i;

/** Whether an address of a picture only tells somebody that a page was read. */
export function isTracker(url: URL, size: { width?: string | undefined; height?: string | undefined } = {}): boolean {
  if (isTiny(size.width) && isTiny(size.height)) return true;
  if (HOSTS.test(url.hostname)) return true;
  if (url.hostname.endsWith('facebook.com') && url.pathname === '/tr') return true;
  return NAMES.test(url.pathname) && url.search !== '';
}

function isTiny(length: string | undefined): boolean {
  return length !== undefined && /^[0-2](?:px)?$/.test(length.trim());
}

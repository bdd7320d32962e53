import { readablePath } from '../../main/contract/readable-path.ts';

/** So much of an address is enough to know it by. */
const LONGEST = 80;

/** An address as it is shown: without the scheme, with its letters readable, cut where it is long. What is no address stays as it is. */
export function shortAddress(address: string): string {
  const url = URL.parse(address);
  if (!url || !isWeb(url)) return address;
  const path = url.pathname === '/' && url.search === '' ? '' : `${url.pathname}${url.search}`;
  const whole = `${url.host}${readablePath(path)}`;
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
}

/** Whether a source of an import is a page of the web. */
export function isPageAddress(source: string): boolean {
  const url = URL.parse(source);
  return url !== null && isWeb(url);
}

/** The host of an address with its port, as the settings allow it. Null where there is none. */
export function hostOf(address: string): string | null {
  return URL.parse(address)?.host || null;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

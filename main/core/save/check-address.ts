import ipaddr from 'ipaddr.js';
import { LibraryError } from '../../contract/errors.ts';

const LONGEST = 8_192;

/**
 * An address that Carrel would fetch: http or https with a host, without a name and password in it. What follows `#` is cut off,
 * and is never sent. A line break in it is none any more: URL takes them out, so no header can be smuggled in.
 *
 * @throws LibraryError `bad-address`
 */
export function checkAddress(text: string): URL {
  const url = text.length > LONGEST ? null : URL.parse(text.trim());
  if (!url) throw new LibraryError('bad-address', `This is no address of a page: ${quote(text)}. Addresses begin with http:// or https://.`);
  if (!isWeb(url)) throw new LibraryError('bad-address', `Carrel fetches addresses that begin with http:// or https://, and not ${quote(url.protocol)}.`);
  if (url.hostname === '') throw new LibraryError('bad-address', `This address names no site: ${quote(text)}.`);
  if (holdsLogin(url)) throw new LibraryError('bad-address', 'This address holds a name or a password. Carrel sends none: take them out of the address, or save the page in a browser.');
  url.hash = '';
  return url;
}

/**
 * Where a site sends on to, by the same rules. Whoever asked for the page can do nothing about what is wrong with it.
 *
 * @throws LibraryError `site-failed`
 */
export function followAddress(location: string, from: URL): URL {
  const refuse = (which: string) => new LibraryError('site-failed', `The site sends on to ${which}`);
  const url = URL.parse(location, from.href);
  if (!url) throw refuse(`${quote(location)}, which is no address.`);
  if (!isWeb(url)) throw refuse(`${quote(url.href)}, which does not begin with http:// or https://.`);
  if (holdsLogin(url)) throw refuse(`an address of ${url.host}, which holds a name or a password. Carrel sends none.`);
  if (url.href.length > LONGEST) throw refuse(`${quote(url.href)}, which is longer than ${LONGEST} characters.`);
  url.hash = '';
  return url;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function holdsLogin({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

function quote(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ').slice(0, 100).toWellFormed();
  return `“${short}”`;
}

/**
 * Whether a network address is one of the open net: not of this machine, of a private network, of a link, nor one that leads to
 * any of these by way of a translation between IPv6 and IPv4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.match(GIVEN_OUT) && !isPrivateTunnel(parsed));
}

/** Of IPv6 no more has been given out (RFC 4291, IANA); what lies outside is of old, of later, or of a network of its own. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/** An address of IPv6 that stands for one of IPv4 in its second half (ISATAP, RFC 5214), and that is not public. */
function isPrivateTunnel({ parts }: ipaddr.IPv6): boolean {
  const [, , , , marks = 0, name, high = 0, low = 0] = parts;
  // Two of the bits say whose the number is, and may be set.
  if ((marks & ~0x0300) !== 0 || name !== 0x5efe) return false;
  return new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]).range() !== 'unicast';
}

/** The network address that a host is written as, without the brackets of IPv6; undefined for a name. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}

/** Hosts of a private network that the user allows: `name`, or `name:port` for that port alone. */
export class AllowedHosts {
  readonly #hosts: ReadonlySet<string>;

  constructor(hosts: readonly string[]) {
    this.#hosts = new Set(hosts.map((host) => host.trim().toLowerCase()));
  }

  /** What a page may lead to: to all of them where it is of one itself, and else to none, or any page of the web could reach into a private network. */
  from(page: URL): AllowedHosts {
    return this.has(page) ? this : new AllowedHosts([]);
  }

  has({ hostname, port, protocol }: URL): boolean {
    return this.#hosts.has(hostname) || this.#hosts.has(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
  }
}

/** @throws LibraryError `private-address` where the host itself says that it is private */
export function checkHost(url: URL, allowed: AllowedHosts): void {
  const literal = literalAddress(url);
  if (literal !== undefined && !isPublicAddress(literal) && !allowed.has(url)) throw privateAddress(url);
}

export function privateAddress({ host }: URL): LibraryError {
  return new LibraryError('private-address', `${host} is in a private network or on this computer, so nothing was fetched from it. If you trust it, allow ${host} in the settings, and save its own address.`);
}

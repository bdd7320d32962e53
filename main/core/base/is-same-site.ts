import { getDomain } from 'tldts';

/** Names that sites put before their own for other devices. */
const VARIANT = /^(?:www\d?|m|mobile|amp)\./;

/**
 * Whether one address's host is the other's, or a part of it (`edition.paper.example` and `www.paper.example`), and both are one owner's:
 * names under `github.io` or `co.uk` are not (the public suffix list, publicsuffix.org).
 */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [hostOf(one), hostOf(other)];
  if (first === '' || first === second) return first !== '';
  const isPart = first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
  return isPart && ownedName(first) !== null && ownedName(first) === ownedName(second);
}

function hostOf(address: string): string {
  const host = URL.parse(address)?.hostname ?? '';
  const plain = host.replace(VARIANT, '');
  // `mobile.de` is a site of its own.
  return ownedName(plain) === null ? host : plain;
}

/** The name that somebody registered; null for what nobody can (`de`, `github.io`), and for a network address. */
function ownedName(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}

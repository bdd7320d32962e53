import { useMemo } from 'react';
import { flushSync } from 'react-dom';
// The raw parts of the address: wouter's other hooks decode them once, and a name with a percent sign would change.
import { navigate, usePathname, useSearch } from 'wouter/use-browser-location';
import { formatAddress, parseAddress, type Address } from './address.ts';

/** What the window shows now, and the way to show something else. */
export function useAddress(): [Address, typeof goTo] {
  const pathname = usePathname();
  const search = useSearch();
  const address = useMemo(() => parseAddress(pathname, search), [pathname, search]);
  return [address, goTo];
}

/**
 * Shows something else. It is drawn when this returns: the caller can give the focus to what it has gone to, so that the
 * next key finds it there.
 */
export function goTo(address: Address, options?: { replace?: boolean }): void {
  flushSync(() => navigate(formatAddress(address), options));
}

/** What the window shows at this moment, for what goes on after an answer: by then the user may be elsewhere. */
export function currentAddress(): Address {
  return parseAddress(location.pathname, location.search);
}

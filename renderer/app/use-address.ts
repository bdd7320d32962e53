import { useCallback, useMemo } from 'react';
// The raw parts of the address: wouter's other hooks decode them once, and a name with a percent sign would change.
import { navigate, usePathname, useSearch } from 'wouter/use-browser-location';
import { formatAddress, parseAddress, type Address } from './address.ts';

type Go = (address: Address, options?: { replace?: boolean }) => void;

/** What the window shows now, and the way to show something else. */
export function useAddress(): [Address, Go] {
  const pathname = usePathname();
  const search = useSearch();
  const address = useMemo(() => parseAddress(pathname, search), [pathname, search]);
  const go = useCallback<Go>((next, options) => navigate(formatAddress(next), options), []);
  return [address, go];
}

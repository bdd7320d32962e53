import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatAddress, parseAddress, type Address } from './address.ts';

type Go = (address: Address, options?: { replace?: boolean }) => void;

/** What the window shows now, and the way to show something else. */
export function useAddress(): [Address, Go] {
  const [pathname, navigate] = useLocation();
  const search = useSearch();
  const address = useMemo(() => parseAddress(pathname, search), [pathname, search]);
  const go = useCallback<Go>((next, options) => navigate(formatAddress(next), options), [navigate]);
  return [address, go];
}

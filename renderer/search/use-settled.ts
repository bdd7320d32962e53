import { useEffect, useState } from 'react';

/** Nobody reads between two keys what is said about the results, and the answer to the next key would wait for it. */
const TYPING_PAUSE_MS = 350;

/**
 * Whether a query has stood for a while since it was typed; at once where it is complete.
 *
 * @param ready the while begins only then
 */
export function useSettled(query: string, typing: boolean, ready = true): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => setSettled(query), typing ? TYPING_PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [query, typing, ready]);
  return ready && settled === query;
}

import { useMemo, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
// The raw parts of the address: wouter's other hooks decode them once, and a name with a percent sign would change.
import { navigate } from 'wouter/use-browser-location';
import { formatAddress, parseAddress, type Address } from './address.ts';

/** So long the typing has to pause until the browser's own address follows. */
const PAUSE_MS = 250;
/** What wouter makes of every change of the browser's address, and the browser itself of back and forward. */
const MOVES = ['popstate', 'pushState', 'replaceState'];

/** Where the window is while somebody types and the browser's address still says what was typed before. */
let ahead: string | null = null;
let pause: ReturnType<typeof setTimeout> | undefined;
const followers = new Set<() => void>();

/** What the window shows now, and the way to show something else. */
export function useAddress(): [Address, typeof goTo] {
  const path = useSyncExternalStore(follow, readPath);
  const address = useMemo(() => parsePath(path), [path]);
  return [address, goTo];
}

/**
 * Shows something else. It is drawn when this returns: the caller can give the focus to what it has gone to, so that the
 * next key finds it there.
 *
 * @param options `replace`: it takes the place of what is shown, for the way back. `typed`: that, too, and another key may
 * follow: a browser does more for its own address than the whole search costs, so that one waits for a pause.
 */
export function goTo(address: Address, options: { replace?: boolean; typed?: boolean } = {}): void {
  const path = formatAddress(address);
  flushSync(() => {
    if (options.typed) return stepAhead(path);
    // What was typed up to now is where the way back leads.
    if (!options.replace) catchUp();
    navigate(path, { replace: options.replace ?? false });
  });
}

/** What the window shows at this moment, for what goes on after an answer: by then the user may be elsewhere. */
export function currentAddress(): Address {
  return parsePath(readPath());
}

function readPath(): string {
  return ahead ?? `${location.pathname}${location.search}`;
}

function parsePath(path: string): Address {
  const query = path.indexOf('?');
  return query === -1 ? parseAddress(path, '') : parseAddress(path.slice(0, query), path.slice(query));
}

function stepAhead(path: string): void {
  clearTimeout(pause);
  ahead = path;
  pause = setTimeout(catchUp, PAUSE_MS);
  for (const tell of followers) tell();
}

function catchUp(): void {
  if (ahead !== null) navigate(ahead, { replace: true });
}

/** The browser's address changed: from now on it counts. */
function takeMove(): void {
  clearTimeout(pause);
  ahead = null;
  for (const tell of followers) tell();
}

for (const move of MOVES) addEventListener(move, takeMove);

function follow(tell: () => void): () => void {
  followers.add(tell);
  return () => followers.delete(tell);
}

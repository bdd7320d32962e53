import { notifyManager, QueryClient } from '@tanstack/react-query';
import type { ImportProgress } from '../../main/contract/imports.ts';
import { CallFailure } from './library-client.ts';
import { throttle } from './throttle.ts';

// Not by a timer, as is its habit: a choice that is shown a moment later falls back for that moment.
notifyManager.setScheduler(queueMicrotask);

/** What the library said, by question. Keys begin with the part of the library that they are about. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The library tells what changed, so an answer is good until then.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && error instanceof CallFailure && error.code === 'unreachable',
      retryDelay: (attempt) => 300 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** A list that changes more often cannot be read anyway; between its changes the window is free to answer. */
const LIST_INTERVAL_MS = 1_000;
const PROGRESS_INTERVAL_MS = 250;

/** Tags, collections and sources are counted over the whole library: half a second of the reader's time for a large one. */
const LABELS_INTERVAL_MS = 4_000;
const labelsThrottle = throttle(() => void queryClient.invalidateQueries({ queryKey: ['labels'] }), LABELS_INTERVAL_MS);

/** Each smart collection is a search. */
const smartThrottle = throttle(() => void queryClient.invalidateQueries({ queryKey: ['smart'] }), LABELS_INTERVAL_MS);

/**
 * Has everything of a kind asked for again. An answer that is on its way for the first time may be from before the change,
 * and the cache would take it for new: it is asked for once more when it is there.
 */
function outdate(kind: string): void {
  const coming = queryClient.getQueryCache().findAll({ queryKey: [kind], fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
  void queryClient.invalidateQueries({ queryKey: [kind] });
  for (const { promise, queryKey } of coming) {
    promise?.then(
      () => queryClient.invalidateQueries({ queryKey, exact: true }),
      () => {},
    );
  }
}

/** Asks again for all that shows articles: at once, for what the user did in this window. */
export function refreshArticles(): void {
  labelsThrottle.request();
  smartThrottle.request();
  outdate('articles');
  outdate('counts');
  outdate('search');
}

/** Resolves when the lists that are shown are there again, after `refreshArticles`. */
export async function articlesRefreshed(): Promise<void> {
  const joined = { cancelRefetch: false };
  await Promise.all(['articles', 'search'].map((part) => queryClient.refetchQueries({ queryKey: [part], type: 'active', stale: true }, joined)));
}

const articlesThrottle = throttle(refreshArticles, LIST_INTERVAL_MS);

const refreshSearch = throttle(() => outdate('search'), LIST_INTERVAL_MS);

/** Articles were added, changed or taken away, by whomever: asked for again, but not too often. */
export const articlesChanged = articlesThrottle.request;
/** The index covers more than before. */
export function searchChanged(): void {
  refreshSearch.request();
  smartThrottle.request();
}

const WATCHED_INTERVAL_MS = 500;
/** A watched folder stands otherwise, or there is another one. */
export const watchedChanged = throttle(() => outdate('watched'), WATCHED_INTERVAL_MS).request;

const newestProgress = new Map<string, ImportProgress>();
const flushProgress = throttle(() => {
  for (const progress of newestProgress.values()) {
    queryClient.setQueryData(['imports', 'one', progress.id], progress);
    queryClient.setQueryData(['imports', 'list'], (known: ImportProgress[] | undefined) => withProgress(known, progress));
    void queryClient.invalidateQueries({ queryKey: ['imports', 'entries', progress.id] });
    // Whoever looks at the requests sees them come, and why a page was not had.
    if (progress.origin !== 'addresses') continue;
    for (const told of ['ledger', 'tries']) void queryClient.invalidateQueries({ queryKey: [told] });
  }
  newestProgress.clear();
}, PROGRESS_INTERVAL_MS);

/** An import went on. Only its newest progress counts. */
export function importProgressed(progress: ImportProgress): void {
  // What is only looked at is shown by whoever looks.
  if (progress.dryRun) return;
  newestProgress.set(progress.id, progress);
  flushProgress.request();
}

/** Newest import first, as the library lists them. */
export function withProgress(known: ImportProgress[] | undefined, progress: ImportProgress): ImportProgress[] {
  if (!known) return [progress];
  const isKnown = known.some(({ id }) => id === progress.id);
  return isKnown ? known.map((one) => (one.id === progress.id ? progress : one)) : [progress, ...known];
}

/** After a gap in the events nothing that was said before can be trusted. */
export function everythingChanged(): void {
  void queryClient.invalidateQueries();
}

/** Asks the cheapest question there is, to learn whether the library answers. */
export function probeLibrary(): void {
  void queryClient.invalidateQueries({ queryKey: ['counts'] });
}

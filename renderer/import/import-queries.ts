import { queryOptions } from '@tanstack/react-query';
import type { ImportId } from '../../main/contract/ids.ts';
import type { ImportList, ImportProgress } from '../../main/contract/imports.ts';
import { library, valueOf } from '../app/library-client.ts';

/** Entries of a report are asked for in pages of this many. */
export const ENTRY_PAGE_SIZE = 100;

/** All imports whose reports are kept, newest first. Events keep it fresh. */
export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async () => (await valueOf(library['imports.list']({}))).imports.filter(({ dryRun }) => !dryRun),
});

/** Watched folders. Events keep it fresh. */
export const watchedQuery = queryOptions({
  queryKey: ['watched'],
  queryFn: async () => (await valueOf(library['watched.list']({}))).folders,
});

export function importQuery(importId: ImportId) {
  return queryOptions({
    queryKey: ['imports', 'one', importId],
    queryFn: () => valueOf(library['imports.get']({ importId })),
  });
}

interface EntriesAsked {
  readonly list: ImportList;
  readonly search: string;
  readonly page: number;
}

/** One page of one list of a report. */
export function entriesQuery(importId: ImportId, { list, search, page }: EntriesAsked) {
  return queryOptions({
    queryKey: ['imports', 'entries', importId, list, search, page],
    queryFn: () =>
      valueOf(library['imports.entries']({ importId, list, search, limit: ENTRY_PAGE_SIZE, offset: page * ENTRY_PAGE_SIZE })),
  });
}

export function isRunning({ state }: ImportProgress): boolean {
  return state === 'receiving' || state === 'running' || state === 'paused';
}

/** What was handed over by a browser is not kept: only paths are read once more, and pages fetched. */
export function canContinue({ state, origin }: ImportProgress): boolean {
  return state === 'paused' || (state === 'interrupted' && (origin === 'paths' || origin === 'addresses'));
}

export function canRetry(progress: ImportProgress): boolean {
  return progress.origin !== 'upload' && !isRunning(progress) && progress.undoneAt === null;
}

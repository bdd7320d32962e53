import { queryOptions } from '@tanstack/react-query';
import type { ImportId } from '../../main/contract/ids.ts';
import type { ImportList, ImportProgress } from '../../main/contract/imports.ts';
import { library, valueOf } from '../app/library-client.ts';

/** Entries of a report are asked for in pages of this many. */
export const ENTRY_PAGE_SIZE = 100;

/** All imports since Carrel was started, newest first. Events keep it fresh. */
export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async () => (await valueOf(library['imports.list']({}))).imports,
});

export function importQuery(importId: ImportId) {
  return queryOptions({
    queryKey: ['imports', 'one', importId],
    queryFn: () => valueOf(library['imports.get']({ importId })),
  });
}

/** One page of one list of a report. */
export function entriesQuery(importId: ImportId, list: ImportList, page: number) {
  return queryOptions({
    queryKey: ['imports', 'entries', importId, list, page],
    queryFn: () =>
      valueOf(library['imports.entries']({ importId, list, limit: ENTRY_PAGE_SIZE, offset: page * ENTRY_PAGE_SIZE })),
  });
}

export function isRunning({ state }: ImportProgress): boolean {
  return state === 'receiving' || state === 'running' || state === 'paused';
}

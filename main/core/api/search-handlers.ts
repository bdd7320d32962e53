import type { LibraryHandlers } from '../../contract/contract.ts';
import { translateQuery } from '../search/query-language/translate-query.ts';
import type { LibraryParts } from './library-parts.ts';

type SearchHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `search.${string}`>>;

export function searchHandlers({ reader, search }: LibraryParts): SearchHandlers {
  return {
    'search.query': async (request) => {
      const started = performance.now();
      const { total, hits, groups, notes, indexed, explain } = await search.search(request);
      const tookMs = Math.round((performance.now() - started) * 100) / 100;
      const { articles } = await reader.call('counts', undefined);
      const building = search.building;
      if (indexed < articles && !building) notes.push(`${articles - indexed} of ${articles} articles could not be indexed and are not found. "carrel verify" names them.`);
      return { total, tookMs, query: request.query, hits, ...(groups ? { groups } : {}), notes, coverage: { indexed, articles, building }, ...(explain ? { explain } : {}) };
    },
    'search.translate': ({ query }) => translateQuery(query),
    'search.facets': (request) => search.facets(request),
    'search.locate': (request) => search.locate(request),
    'search.ids': (request) => search.ids(request),
    'search.similar': (request) => search.similar(request),
  };
}

import { useQuery } from '@tanstack/react-query';
import { library, valueOf } from '../app/library-client.ts';
import { labelsQuery } from '../navigation/use-labels.ts';
import { completeQuery, type Completion } from './complete-query.ts';
import { useRecentSearches } from './recent-searches.ts';

/** How what is typed may go on. Nothing is asked of the library before a filter is begun that has its values there. */
export function useCompletions(text: string, wanted: boolean): readonly Completion[] {
  const recent = useRecentSearches();
  const labels = useQuery({ ...labelsQuery(), enabled: wanted && /(?:tag|site):/i.test(text) }).data;
  const languages = useQuery({
    queryKey: ['labels', 'languages'],
    queryFn: async () => (await valueOf(library['search.facets']({ query: '', limit: 50 }))).facets.language,
    enabled: wanted && /lang:/i.test(text),
  }).data;
  if (!wanted) return [];
  return completeQuery(text, {
    recent,
    tags: labels?.tags.map(({ name }) => name) ?? [],
    sites: labels?.sites.map(({ name }) => name) ?? [],
    languages: languages?.map(({ value }) => value) ?? [],
  });
}

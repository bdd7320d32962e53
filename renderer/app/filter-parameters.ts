import { MOST_VALUES, ResultFilters, VALUE_FACETS, type ValueFacet } from '../../main/contract/result-filters.ts';

/** What a facet is called in an address. Several values of one stand beside each other. */
const NAMES: Readonly<Record<ValueFacet, string>> = { site: 'site', tag: 'tag', collection: 'collection', language: 'lang', state: 'is' };
const { shape } = ResultFilters;

/** Reads filters from an address; what is not understood of them is left out. */
export function parseFilters(parameters: URLSearchParams): ResultFilters {
  const all = (facet: ValueFacet) => [...new Set(parameters.getAll(NAMES[facet]))].slice(0, MOST_VALUES);
  const day = (name: 'from' | 'to') => shape[name].safeParse(parameters.get(name)).data ?? null;
  return {
    site: shape.site.safeParse(all('site')).data ?? [],
    tag: shape.tag.safeParse(all('tag')).data ?? [],
    collection: shape.collection.safeParse(all('collection')).data ?? [],
    language: shape.language.safeParse(all('language')).data ?? [],
    state: all('state').flatMap((state) => shape.state.safeParse([state]).data ?? []),
    from: day('from'),
    to: day('to'),
  };
}

/** The opposite of `parseFilters`. */
export function writeFilters(filters: ResultFilters, parameters: URLSearchParams): void {
  for (const facet of VALUE_FACETS) for (const value of filters[facet]) parameters.append(NAMES[facet], value);
  if (filters.from !== null) parameters.set('from', filters.from);
  if (filters.to !== null) parameters.set('to', filters.to);
}

/** Chooses a value of a facet, or not any more. */
export function toggleValue(filters: ResultFilters, facet: ValueFacet, value: string): ResultFilters {
  const before: readonly string[] = filters[facet];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...filters, [facet]: after };
}

import { z } from 'zod';
import { command, query } from './define.ts';
import { SmartId } from './ids.ts';
import { NO_FILTERS, ResultFilters } from './result-filters.ts';
import { SearchGroup, SearchSort } from './search.ts';

/** A search as it is kept: what was asked for, what it was narrowed down to, and in which order. */
export const SavedSearch = z.object({
  query: z.string().max(2_000),
  sort: SearchSort.default('relevance'),
  filters: ResultFilters.default(NO_FILTERS),
  group: SearchGroup.default('none'),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** A search under a name. What belongs to it is found anew each time. */
export const SmartCollection = z.object({
  id: SmartId,
  name: z.string(),
  search: SavedSearch,
  /** Articles that were added after this moment (ISO 8601 UTC) are new to who looks at it. */
  looked: z.string(),
});
export type SmartCollection = z.infer<typeof SmartCollection>;

/** A library keeps so many. */
export const MOST_SMART = 500;
const NAME_LENGTH = 100;
/** What no name may hold: a terminal would obey it, and a line break would break a list. */
const UNFIT = /[\p{Cc}\u2028\u2029]/u;

const SmartName = z
  .string()
  .max(1_000)
  .transform((name) => name.toWellFormed().normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1, 'A smart collection needs a name.')
      .max(NAME_LENGTH, `A smart collection's name has up to ${NAME_LENGTH} characters.`)
      .refine((name) => !UNFIT.test(name), 'A name has no line breaks and no control characters.'),
  );

export const smartMethods = {
  /** By their names. */
  'smart.list': query(z.object({}), z.object({ smart: z.array(SmartCollection) })),
  /**
   * How many articles it holds now, and how many of them were added since it was last looked at. `upTo`: what
   * `smart.looked` is told once the user has seen all of it; null while the index does not cover the library.
   */
  'smart.count': query(
    z.object({ id: SmartId }),
    z.object({ total: z.number().int(), fresh: z.number().int(), upTo: z.string().nullable() }),
  ),
  /** Keeps a search under a name, or changes the one with this id. `looked`: as it was, to bring a removed one back. */
  'smart.save': command(z.object({ id: SmartId.optional(), name: SmartName, search: SavedSearch, looked: z.iso.datetime().optional() }), SmartCollection),
  'smart.rename': command(z.object({ id: SmartId, name: SmartName }), SmartCollection),
  /** Takes it away, and no article. `removed`: as it was; null when there was none. */
  'smart.remove': command(z.object({ id: SmartId }), z.object({ removed: SmartCollection.nullable() })),
  /** All that was added up to this moment has been seen. */
  'smart.looked': command(z.object({ id: SmartId, upTo: z.iso.datetime() }), SmartCollection),
};

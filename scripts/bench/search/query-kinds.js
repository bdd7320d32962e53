/** What is asked. The last three only of engines that know where words stand. */
export const QUERY_KINDS = /** @type {const} */ (['word', 'or', 'and', 'prefix', 'fuzzy', 'field', 'not', 'several', 'phrase', 'common phrase', 'near']);
/** Those are not counted in the figures over all kinds. */
export const PLACE_KINDS = new Set(['phrase', 'common phrase', 'near']);

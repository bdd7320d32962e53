/**
 * The fields of an article that are searched, in the order in which segments and scores know them. Articles have no
 * notes yet; a field for them is one word here and a new format version of segments.
 */
export const FIELDS = ['title', 'body', 'byline'] as const;
export type Field = (typeof FIELDS)[number];

/** How much a word counts more in one field than in another: all the same. Measured; see docs/adr/0014. */
export const FIELD_BOOSTS: Readonly<Record<Field, number>> = { title: 1, body: 1, byline: 1 };

/**
 * The fields of an article that are searched, in the order in which segments and scores know them. Articles have no
 * notes yet; a field for them is one word here and a new format version of segments.
 */
export const FIELDS = ['title', 'body', 'byline'] as const;
export type Field = (typeof FIELDS)[number];

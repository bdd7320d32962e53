import { listBits, makeBits } from './bit-set.ts';
import type { QueryMatcher } from './match-query.ts';
import type { GroupNode } from './query-tree.ts';

/** The row numbers of all matches. */
export function listRows(matcher: QueryMatcher, root: GroupNode): number[] {
  const matches = matcher.match(root);
  return matcher.terms.segments.flatMap(({ segment }, at) => Array.from(listBits(matches[at] ?? makeBits(0)), (doc) => segment.documents.rows[doc] ?? 0));
}

import type { Field } from '../index/fields.ts';
import type { Filter } from '../store/article-filter.ts';

/** Where a part stands in the query as it was typed: UTF-16 code units, end exclusive. */
export interface QuerySpan {
  readonly start: number;
  readonly end: number;
}

/** One of lunr's clauses: a word, a pattern or a fuzzy word, in some fields. */
export interface TermNode {
  readonly kind: 'term';
  /** In lower case, escapes resolved, not analysed yet; holds `*` for wildcards where `pattern` is set. */
  readonly text: string;
  readonly fields: readonly Field[];
  readonly boost: number;
  /** Changed letters that are forgiven: lunr's `~1`. */
  readonly edits: number;
  /** It is matched against index terms as it stands (lunr's `usePipeline: false`), because it holds a wildcard. */
  readonly pattern: boolean;
  /** Half typed: what begins with it matches, too. */
  readonly prefix: boolean;
  readonly at: QuerySpan;
}

/** Words side by side, in order. */
export interface PhraseNode {
  readonly kind: 'phrase';
  /** As lunr's tokenizer parts them, in lower case, not analysed yet. One at least. */
  readonly words: readonly string[];
  readonly fields: readonly Field[];
  readonly boost: number;
  /** `="..."`: these very words, not their stems. */
  readonly asWritten: boolean;
  /** Other words that may stand between its words, all together: `"..."~3`. */
  readonly slop: number;
  /** Half typed: its last word is the beginning of one. */
  readonly prefix: boolean;
  readonly at: QuerySpan;
}

/** `left NEAR/n right`: at most `distance` places apart, side by side being 1. BEFORE: and left comes first. */
export interface NearNode {
  readonly kind: 'near';
  readonly ordered: boolean;
  readonly distance: number;
  readonly left: SpanNode;
  readonly right: SpanNode;
  readonly at: QuerySpan;
}

/** What has a place in the text, so that NEAR can measure from it. `or`: any of its parts. */
export type SpanNode = TermNode | PhraseNode | NearNode | OrSpansNode;
export interface OrSpansNode {
  readonly kind: 'or';
  readonly parts: readonly SpanNode[];
  readonly at: QuerySpan;
}

/** What the store answers: it restricts the answer and changes no score. */
export interface FilterNode {
  readonly kind: 'filter';
  readonly filter: Filter;
  readonly at: QuerySpan;
}

export type Presence = 'optional' | 'required' | 'prohibited';

/**
 * Parts side by side, as in lunr: all the required ones and none of the prohibited ones must match; without a required
 * one at least one of the optional ones. Filters among them always restrict. Only prohibited ones and filters: all
 * articles but those. No parts at all: every article.
 */
export interface GroupNode {
  readonly kind: 'group';
  readonly items: readonly { readonly presence: Presence; readonly node: QueryNode }[];
  readonly at: QuerySpan;
}

export interface BooleanNode {
  readonly kind: 'and' | 'or';
  readonly parts: readonly QueryNode[];
  readonly at: QuerySpan;
}

export interface NotNode {
  readonly kind: 'not';
  readonly part: QueryNode;
  readonly at: QuerySpan;
}

export type QueryNode = TermNode | PhraseNode | NearNode | FilterNode | GroupNode | BooleanNode | NotNode;

/** A question taken apart. Parsing never fails: what was not understood is searched for as words, and a note says so. */
export interface ParsedQuery {
  readonly root: GroupNode;
  /** In words for the user. */
  readonly notes: readonly string[];
}

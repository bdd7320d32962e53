import type { Field } from '../../index/fields.ts';
import type { Filter } from '../../store/article-filter.ts';
import type { Presence, QuerySpan } from '../query-tree.ts';

/** What a part says about itself, before the brackets around it have their say. */
interface PartToken {
  readonly presence: Presence;
  /** Null: those of the bracket that it stands in. */
  readonly fields: readonly Field[] | null;
  readonly at: QuerySpan;
}

export interface TermToken extends PartToken {
  readonly type: 'term';
  readonly text: string;
  readonly boost: number;
  readonly edits: number;
  readonly pattern: boolean;
  readonly prefix: boolean;
}

export interface PhraseToken extends PartToken {
  readonly type: 'phrase';
  readonly words: readonly string[];
  readonly boost: number;
  readonly asWritten: boolean;
  readonly slop: number;
  readonly prefix: boolean;
}

export interface OpenToken extends PartToken {
  readonly type: 'open';
}

export interface CloseToken {
  readonly type: 'close';
  readonly boost: number;
  readonly at: QuerySpan;
}

export interface FilterToken {
  readonly type: 'filter';
  readonly presence: Presence;
  readonly filter: Filter;
  readonly at: QuerySpan;
}

export type OperatorToken =
  | { readonly type: 'and' | 'or' | 'not'; readonly text: string; readonly at: QuerySpan }
  | { readonly type: 'near'; readonly ordered: boolean; readonly distance: number; readonly text: string; readonly at: QuerySpan };

/** Brackets come in pairs: the lexer sees to it. */
export type QueryToken = TermToken | PhraseToken | OpenToken | CloseToken | FilterToken | OperatorToken;

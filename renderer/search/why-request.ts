import type { ArticleId } from '../../main/contract/ids.ts';
import type { SearchPlace } from '../app/address.ts';
import { createStore } from '../app/store.ts';

/** A hit of a search that somebody wonders about. */
export interface WhyRequest {
  readonly place: SearchPlace;
  readonly typing: boolean;
  readonly id: ArticleId;
  readonly title: string;
  /** Its row among all hits: only this one is asked about. */
  readonly index: number;
}

/** Null while nobody asks. */
export const whyRequest = createStore<WhyRequest | null>(null);

import type { ArticleId } from '../../main/contract/ids.ts';
import { createStore } from '../app/store.ts';
import type { OwnLabel } from './article-actions.ts';

/** Articles that something is to be done with. */
export interface Targets {
  readonly ids: readonly ArticleId[];
  /** Of a single article; null for several, and while it is not known. */
  readonly title: string | null;
}

interface LabelRequest extends Targets {
  readonly kind: OwnLabel;
  /** Tells one request from the next: the ids themselves may be very many. */
  readonly number: number;
}

/** Whose labels are being edited; null while no such dialog is open. */
export const labelRequest = createStore<LabelRequest | null>(null);

let lastNumber = 0;

/** Opens the dialog in which tags or collections are given and taken off. */
export function editLabels(kind: OwnLabel, targets: Targets): void {
  lastNumber += 1;
  labelRequest.set({ kind, number: lastNumber, ...targets });
}

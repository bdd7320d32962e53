import type { FactName } from '../../main/contract/facts.ts';
import { createStore } from '../app/store.ts';
import type { Targets } from '../library/label-request.ts';

export interface DetailsRequest extends Targets {
  /** The field to begin with; null: the first. */
  readonly field: FactName | null;
  /** Tells one request from the next: the ids themselves may be very many. */
  readonly number: number;
}

/** Whose details are being corrected; null while no such dialog is open. */
export const detailsRequest = createStore<DetailsRequest | null>(null);

let lastNumber = 0;

/** Opens the dialog in which the facts of articles are corrected. */
export function correctDetails(targets: Targets, field: FactName | null = null): void {
  lastNumber += 1;
  detailsRequest.set({ ...targets, field, number: lastNumber });
}

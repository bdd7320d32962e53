import { useSyncExternalStore } from 'react';
import type { ImportLabels } from '../../main/contract/imports.ts';
import { savingWords } from '../app/saving-words.ts';
import { createStore } from '../app/store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SaveForm } from './save-form.tsx';

interface SaveOffer {
  /** The addresses to begin with. */
  readonly addresses: readonly string[];
  /** Of the place that they were dropped on. */
  readonly labels: ImportLabels | undefined;
  /** Tells one offer from the next: of one that is just being closed, the next is not a part. */
  readonly number: number;
}

/** What is offered to be saved; null while the dialog is closed. */
const offered = createStore<SaveOffer | null>(null);

let lastNumber = 0;

/** Offers to save pages: those that are named, which can be looked through first, or those that the user will name. */
export function openSaveDialog(addresses: readonly string[], labels?: ImportLabels): void {
  lastNumber += 1;
  offered.set({ addresses, labels, number: lastNumber });
}

/** The dialog, once for the whole window. */
export function SaveDialog() {
  const offer = useSyncExternalStore(offered.subscribe, offered.get);
  if (!offer) return null;
  const [collection] = offer.labels?.collections ?? [];
  const close = () => {
    // Not one that was opened meanwhile, with others in it.
    if (offered.get() === offer) offered.set(null);
  };
  return (
    <Dialog key={offer.number} title={collection === undefined ? savingWords.title : savingWords.titleInto(collection)} onClose={close}>
      <SaveForm initial={offer.addresses.join('\n')} labels={offer.labels} rows={Math.min(12, Math.max(5, offer.addresses.length))} onSaved={close} />
    </Dialog>
  );
}

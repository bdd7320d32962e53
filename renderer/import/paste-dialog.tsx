import { useId, useState, useSyncExternalStore } from 'react';
import { createStore } from '../app/store.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { importText } from './start-import.ts';

/** The text to begin with; null while the dialog is closed. */
const offered = createStore<{ readonly text: string } | null>(null);

/** Offers to import a text: an empty one to be typed or pasted into, or one that was pasted onto the window. */
export function openPasteDialog(text: string): void {
  offered.set({ text });
}

/** The dialog, once for the whole window. */
export function PasteDialog() {
  const offer = useSyncExternalStore(offered.subscribe, offered.get);
  return offer && <OpenPasteDialog initial={offer.text} />;
}

function OpenPasteDialog({ initial }: { readonly initial: string }) {
  const [text, setText] = useState(initial);
  const [sending, setSending] = useState(false);
  const fieldId = useId();
  const hintId = useId();
  const isEmpty = text.trim() === '';

  async function submit(): Promise<void> {
    const sent = offered.get();
    setSending(true);
    const taken = await importText(text);
    setSending(false);
    // Not one that was opened meanwhile, with another text in it.
    if (taken && offered.get() === sent) offered.set(null);
  }

  return (
    <Dialog title={words.import.pasteTitle} onClose={() => offered.set(null)}>
      <label htmlFor={fieldId}>{words.import.pasteLabel}</label>
      <textarea
        id={fieldId}
        className="paste-field"
        rows={14}
        value={text}
        data-first-focus
        readOnly={sending}
        dir="auto"
        aria-describedby={hintId}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={hintId} className="faint">
        {words.import.pasteHint}
      </p>
      <div className="dialog-actions">
        <Button onClick={() => offered.set(null)}>{words.cancel}</Button>
        <Button look="primary" disabled={isEmpty || sending} onClick={() => void submit()}>
          {words.import.pasteImport}
        </Button>
      </div>
    </Dialog>
  );
}

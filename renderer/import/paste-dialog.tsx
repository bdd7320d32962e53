import { useId, useState, useSyncExternalStore } from 'react';
import { createStore } from '../app/store.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { importText } from './start-import.ts';

/** The text to begin with; null while the dialog is closed. */
const offered = createStore<string | null>(null);

/** Offers to import a text: an empty one to be typed or pasted into, or one that was pasted onto the window. */
export function openPasteDialog(text: string): void {
  offered.set(text);
}

/** The dialog, once for the whole window. */
export function PasteDialog() {
  const text = useSyncExternalStore(offered.subscribe, offered.get);
  return text === null ? null : <OpenPasteDialog initial={text} />;
}

function OpenPasteDialog({ initial }: { readonly initial: string }) {
  const [text, setText] = useState(initial);
  const fieldId = useId();
  const hintId = useId();
  const isEmpty = text.trim() === '';

  async function submit(): Promise<void> {
    if (await importText(text)) offered.set(null);
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
        dir="auto"
        aria-describedby={hintId}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={hintId} className="faint">
        {words.import.pasteHint}
      </p>
      <div className="dialog-actions">
        <Button onClick={() => offered.set(null)}>{words.cancel}</Button>
        <Button look="primary" disabled={isEmpty} onClick={() => void submit()}>
          {words.import.pasteImport}
        </Button>
      </div>
    </Dialog>
  );
}

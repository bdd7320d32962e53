import { Globe } from 'lucide-react';
import { useId, useState, useSyncExternalStore } from 'react';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { unique } from '../saving/name-pages.ts';
import { offerPages } from '../saving/offer-named.ts';
import { useFoundAddresses } from '../saving/use-found-addresses.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { pasteOffer as offered } from './paste-request.ts';
import { importText } from './start-import.ts';

/** The dialog, once for the whole window. */
export function PasteDialog() {
  const offer = useSyncExternalStore(offered.subscribe, offered.get);
  return offer && <OpenPasteDialog initial={offer.text} linked={offer.linked} />;
}

function OpenPasteDialog({ initial, linked }: { readonly initial: string; readonly linked: readonly string[] }) {
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
        <NamedPages text={text} linked={text === initial ? linked : []} />
        <Button onClick={() => offered.set(null)}>{words.cancel}</Button>
        <Button look="primary" disabled={isEmpty || sending} onClick={() => void submit()}>
          {words.import.pasteImport}
        </Button>
      </div>
    </Dialog>
  );
}

/** Offers to save the pages that a text names, instead of the text. */
function NamedPages({ text, linked }: { readonly text: string; readonly linked: readonly string[] }) {
  const addresses = unique([...useFoundAddresses(text), ...linked]);
  if (addresses.length === 0) return null;
  return (
    <Button
      className="save-named"
      icon={Globe}
      onClick={() => {
        offered.set(null);
        offerPages(addresses);
      }}
    >
      {savingWords.inText(addresses.length)}
    </Button>
  );
}

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { failureWords } from '../library/article-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { smartWords } from '../app/smart-words.ts';

interface SmartNameDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly confirm: string;
  readonly name: string;
  /** Rejects with the reason why it cannot be called so. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a smart collection. */
export function SmartNameDialog({ title, hint, confirm, name, onName, onClose }: SmartNameDialogProps) {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const isOpen = useRef(true);
  useEffect(() => () => void (isOpen.current = false), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    try {
      await onName(typed);
      // Not another one that was opened after this was left.
      if (isOpen.current) onClose();
    } catch (error) {
      if (isOpen.current) setProblem(failureWords(error));
      else showToast(failureWords(error));
    }
    setSending(false);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="smart-form" onSubmit={(event) => void submit(event)}>
        <label className="smart-name">
          <span>{smartWords.name}</span>
          <input data-first-focus className="label-input" value={typed} maxLength={100} readOnly={sending} autoComplete="off" onFocus={(event) => event.target.select()} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {hint && <p className="faint label-hint">{hint}</p>}
        <p role="alert" className="label-problem">
          {problem}
        </p>
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={typed.trim() === '' || sending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

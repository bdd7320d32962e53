import { useState, type FormEvent } from 'react';
import { words } from '../app/words.ts';
import { failureWords } from '../library/article-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { smartWords } from './smart-words.ts';

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

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await onName(typed);
      onClose();
    } catch (error) {
      setProblem(failureWords(error));
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="smart-form" onSubmit={(event) => void submit(event)}>
        <label className="smart-name">
          <span>{smartWords.name}</span>
          <input data-first-focus className="label-input" value={typed} maxLength={100} autoComplete="off" onFocus={(event) => event.target.select()} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {hint && <p className="faint label-hint">{hint}</p>}
        <p role="alert" className="label-problem">
          {problem}
        </p>
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={typed.trim() === ''}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

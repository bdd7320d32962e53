import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { errorWords } from '../app/error-words.ts';
import { CallFailure } from '../app/library-client.ts';
import { words } from '../app/words.ts';
import { Button } from './button.tsx';
import { StateMessage } from './state-message.tsx';

interface FailureMessageProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
  readonly level?: 1 | 2 | 3;
}

/** What happened, what is safe, what to do: for a call that failed where its answer would have stood. */
export function FailureMessage({ error, onRetry, children, level = 2 }: FailureMessageProps) {
  const failure = error instanceof CallFailure ? error : null;
  const { title, hint, action } = errorWords[failure?.code ?? 'internal'];
  const retry = onRetry && (
    <Button look="primary" onClick={onRetry}>
      {words.retry}
    </Button>
  );
  return (
    <StateMessage
      icon={CircleAlert}
      title={title}
      level={level}
      role="alert"
      actions={
        <>
          {retry}
          {children}
        </>
      }
    >
      <p>{hint}</p>
      <p>{action}</p>
      {failure?.reference && <p className="faint">{words.reference(failure.reference)}</p>}
    </StateMessage>
  );
}

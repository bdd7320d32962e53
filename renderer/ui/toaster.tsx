import { X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { focusPane, type PaneName } from '../app/panes.ts';
import { dismissToast, toasts, type Toast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { IconButton } from './button.tsx';
import { useFocusKept } from './use-focus-kept.ts';

/** Long enough to read it, reach for Undo and press it. */
const SHOWN_MS = 10_000;

/** Short messages at the foot of the window. The region is always there, so that screen readers notice additions. */
export function Toaster() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div className="toaster" role="status" aria-label={words.notifications}>
      {shown.map((toast) => (
        <ToastMessage key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastMessage({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const before = useRef<EventTarget>(null);
  useFocusKept(element, () => giveBack(before.current));

  // Nobody should have to race a message that they are about to use.
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);

  return (
    <div
      ref={element}
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ relatedTarget, currentTarget }) => {
        setHeld(true);
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <IconButton icon={X} label={words.dismiss} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}

/** The focus, to what had it before the message, or else to where the user works. */
function giveBack(before: EventTarget | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus();
  else focusPane(...WORKED_IN);
}

/** The first of them that is shown. */
const WORKED_IN: readonly PaneName[] = ['list', 'reader', 'main'];

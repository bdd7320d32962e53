import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { dismissToast, toasts, type Toast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { IconButton } from './button.tsx';

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

  // Nobody should have to race a message that they are about to use.
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);

  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
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

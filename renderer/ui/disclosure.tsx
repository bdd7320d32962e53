import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface DisclosureProps {
  /** The button's content; its name unless `label` says more. */
  readonly summary: ReactNode;
  readonly label?: string;
  readonly className?: string;
  readonly panelClassName?: string;
  readonly children: ReactNode;
}

/** A button that shows a small panel beside it until Escape, a click elsewhere or the button itself closes it. */
export function Disclosure({ summary, label, className = '', panelClassName = '', children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const container = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!open) return undefined;
    function closeOutside(event: Event): void {
      if (event.target instanceof Node && !container.current?.contains(event.target)) setOpen(false);
    }
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  return (
    <span
      ref={container}
      role="presentation"
      className="disclosure"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {summary}
      </button>
      {open && (
        <span id={panelId} role="note" className={`disclosure-panel ${panelClassName}`}>
          {children}
        </span>
      )}
    </span>
  );
}

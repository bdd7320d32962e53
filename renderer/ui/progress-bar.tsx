interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  /** Null while the end is not known. */
  readonly max: number | null;
  /** The progress in words. */
  readonly text: string;
}

/** How far something is; without an end it only shows that something goes on. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  const share = max ? Math.min(1, value / max) : 0;
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={max === null ? undefined : 0}
      aria-valuemax={max ?? undefined}
      aria-valuenow={max === null ? undefined : Math.min(value, max)}
      aria-valuetext={text}
      data-endless={max === null ? '' : undefined}
    >
      <div className="progress-bar-fill" style={max === null ? undefined : { transform: `scaleX(${share})` }} />
    </div>
  );
}

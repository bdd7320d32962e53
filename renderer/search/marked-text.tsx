import { splitMarks } from './split-marks.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
  /** The number of the mark that the reader is at. */
  readonly current?: number | undefined;
}

/** A text with what was found in it marked. */
export function MarkedText({ text, marks, current }: MarkedTextProps) {
  const at = current === undefined ? undefined : marks[current]?.[0];
  return splitMarks(text, marks).map(({ start, text: piece, marked }) =>
    marked ? (
      <mark key={start} data-current={start === at ? '' : undefined}>
        {piece}
      </mark>
    ) : (
      <span key={start}>{piece}</span>
    ),
  );
}

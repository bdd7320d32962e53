import { splitMarks } from './split-marks.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** A text with what was found in it marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return splitMarks(text, marks).map(({ start, text: piece, marked }) =>
    marked ? <mark key={start}>{piece}</mark> : <span key={start}>{piece}</span>,
  );
}

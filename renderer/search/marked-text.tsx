import { splitMarks } from './split-marks.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** A text with what was found in it marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return splitMarks(text, marks).map((piece, position) =>
    piece.marked ? <mark key={position}>{piece.text}</mark> : <span key={position}>{piece.text}</span>,
  );
}

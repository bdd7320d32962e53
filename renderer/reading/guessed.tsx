import { words } from '../app/words.ts';
import { Disclosure } from '../ui/disclosure.tsx';

interface GuessedProps {
  readonly field: keyof typeof words.reader.guessedFields;
  /** From 0 to 1; undefined when the file stated the field. */
  readonly confidence: number | undefined;
}

/** A small sign beside what Carrel worked out itself, and behind it how sure it is. */
export function Guessed({ field, confidence }: GuessedProps) {
  if (confidence === undefined) return null;
  return (
    <>
      {' '}
      <Disclosure className="guessed" summary={words.reader.guessed}>
        {words.reader.guessedFields[field]} {words.reader.confidence(confidence)}
      </Disclosure>
    </>
  );
}

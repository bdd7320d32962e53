import { guessLanguage } from '../guess-language.ts';
import { readLanguage } from '../html/read-metadata.ts';

export interface ChosenLanguage {
  /** BCP 47. */
  readonly language: string | undefined;
  /** From 0 to 1 where it was inferred from the text. */
  readonly confidence: number | undefined;
}

/** From here on the text is believed more than the file. */
const SURE = 0.8;

/**
 * The language of a document. What its file states is often only that of the program or of the template (`en-US`), so
 * a text that is clearly in another language decides.
 */
export function chooseLanguage(stated: string | undefined, text: string): ChosenLanguage {
  const guess = guessLanguage(text);
  const language = readLanguage(stated);
  const agrees = language !== undefined && (guess === undefined || guess.confidence < SURE || language.split('-')[0] === guess.language);
  return agrees ? { language, confidence: undefined } : { language: guess?.language, confidence: guess?.confidence };
}

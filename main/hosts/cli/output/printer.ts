import type { Outcome } from '../../../contract/define.ts';
import { LibraryError } from '../../../contract/errors.ts';

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/** All that the command line writes: results on standard output, everything else on standard error. */
export class Printer {
  readonly #options: OutputOptions;

  constructor(options: OutputOptions) {
    this.#options = options;
  }

  get json(): boolean {
    return this.#options.json;
  }

  /** Whether progress may be drawn: somebody is watching. */
  get interactive(): boolean {
    return process.stderr.isTTY && !this.#options.quiet;
  }

  /** The command's result: one JSON value, or the words for a person. */
  result(value: unknown, words: () => string): void {
    const text = this.#options.json ? JSON.stringify(value) : forTerminal(words());
    if (text !== '') process.stdout.write(`${text}\n`);
  }

  line(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  note(text: string): void {
    if (!this.#options.quiet) process.stderr.write(`${forTerminal(text)}\n`);
  }

  error(error: LibraryError): void {
    if (this.#options.json) process.stdout.write(`${JSON.stringify({ error: { code: error.code, message: error.message } })}\n`);
    process.stderr.write(`carrel: ${forTerminal(error.message)}\n`);
  }
}

/**
 * A title or a file's name may hold codes that a terminal obeys; only line breaks and tabs are let through. What would turn the rest of a line
 * around (embeddings, overrides and isolates of direction) is left out.
 */
function forTerminal(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');
}

/** The value of a call's outcome; its failure as an error. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new LibraryError(outcome.error.code, outcome.error.message);
}

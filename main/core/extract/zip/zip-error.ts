import { LibraryError, type ErrorCode } from '../../../contract/errors.ts';

/** What is wrong with a zip archive, or with one entry of it. */
export type ZipProblem = 'encrypted' | 'truncated' | 'malformed' | 'too-large' | 'unknown-method';

const ERRORS: Readonly<Record<ZipProblem, readonly [ErrorCode, string]>> = {
  encrypted: ['protected', 'This file is protected by a password. Open it with the program that made it, save it without the password, and import that.'],
  truncated: ['malformed', 'This file breaks off before its end. Copy or download it again and import the new copy.'],
  malformed: ['malformed', 'This file is damaged: what it holds cannot be unpacked. Copy or download it again and import the new copy.'],
  'too-large': ['too-large', 'This file unpacks to far more than a document holds. It was not unpacked.'],
  'unknown-method': ['unsupported-format', 'This file is packed in a way that Carrel does not know. Save it again with a current program and import that.'],
};

/** A LibraryError with a sentence for documents; who opens other archives says it in words of their own, by the problem. */
export class ZipError extends LibraryError {
  readonly problem: ZipProblem;

  constructor(problem: ZipProblem, options?: { cause?: unknown }) {
    const [code, message] = ERRORS[problem];
    super(code, message, options);
    this.problem = problem;
  }
}

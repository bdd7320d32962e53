/**
 * The closed list of expected failures. The renderer has words (title, hint, action) for each one, or it does not
 * compile. A code is an interface: scripts compare it, so it is never renamed.
 */
export const ERROR_CODES = [
  // calls
  'invalid-input',
  'unknown-method',
  'not-found',
  'cancelled',
  'unreachable',
  'internal',
  'usage',
  // the library as a whole
  'locked',
  'damaged',
  'newer-version',
  'disk-full',
  'read-only',
  'closed',
  'no-library',
  // one item of an import
  'unsupported-format',
  'empty',
  'no-text',
  'not-text',
  'malformed',
  'protected',
  'too-large',
  'too-deep',
  'timed-out',
  'out-of-memory',
  'reader-crashed',
  'file-missing',
  'file-unreadable',
  'interrupted',
  // one page of the web
  'bad-address',
  'private-address',
  'site-unreachable',
  'page-missing',
  'login-needed',
  'site-refused',
  'site-failed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure: its code is for programs, its message a sentence that a user can act on. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

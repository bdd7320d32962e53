import type { ErrorCode, LibraryError } from '../../contract/errors.ts';

/** As cli.md promises them. */
export const EXIT = { done: 0, someFailed: 1, usage: 2, cannotOpen: 3, cancelled: 130 } as const;

const CANNOT_OPEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['locked', 'damaged', 'newer-version', 'no-library', 'read-only', 'disk-full', 'closed']);
const USAGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['usage', 'invalid-input', 'unknown-method']);

export function exitCodeFor(error: LibraryError): number {
  if (CANNOT_OPEN.has(error.code)) return EXIT.cannotOpen;
  if (USAGE.has(error.code)) return EXIT.usage;
  return error.code === 'cancelled' ? EXIT.cancelled : EXIT.someFailed;
}

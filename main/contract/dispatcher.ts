import type { Contract, Door, Handlers, Outcome } from './define.ts';
import { LibraryError, type ErrorCode } from './errors.ts';

export interface DispatchOptions {
  /** Whose call it is; `local` only for code that already has the user's rights over the disk. */
  readonly door?: Door;
}

/** Runs one call by name. Never rejects: whatever happens becomes an Outcome. */
export type Dispatch = (method: string, input: unknown, options?: DispatchOptions) => Promise<Outcome<unknown>>;

/** Logs an error that nobody expected, once, and returns the short reference that the caller is told. */
export type ReportUnexpected = (error: unknown, method: string) => string;

/** Look up, validate in, run, validate out: the one way into the library. */
export function createDispatcher<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  reportUnexpected: ReportUnexpected,
): Dispatch {
  return async (name, input, { door = 'any' } = {}) => {
    // Object.hasOwn: `constructor` and the like are no methods.
    const method = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (!method || (method.door === 'local' && door !== 'local')) {
      return failure('unknown-method', `There is no call named "${name.slice(0, 100)}" here.`);
    }
    const parsed = method.input.safeParse(input);
    if (!parsed.success) return failure('invalid-input', describeIssues(parsed.error.issues));
    try {
      const handler = handlers[name as keyof C] as (value: unknown) => unknown;
      return { ok: true, value: method.output.parse(await handler(parsed.data)) };
    } catch (error) {
      if (error instanceof LibraryError) return failure(error.code, error.message);
      const reference = reportUnexpected(error, name);
      return {
        ok: false,
        error: {
          code: 'internal',
          message: `Something went wrong that should not have (reference ${reference}). Nothing was lost; please try again.`,
          reference,
        },
      };
    }
  };
}

function failure(code: ErrorCode, message: string): Outcome<never> {
  return { ok: false, error: { code, message } };
}

function describeIssues(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const told = issues.slice(0, 3).map(({ path, message }) => (path.length ? `${path.map(String).join('.')}: ${message}` : message));
  return `The input does not fit: ${told.join('; ')}`;
}

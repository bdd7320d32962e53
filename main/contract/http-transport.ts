import { z } from 'zod';
import type { Transport } from './client.ts';
import type { Outcome } from './define.ts';
import { ERROR_CODES } from './errors.ts';

/** The part of `fetch` that calls need. Structural, so that the contract knows no platform. */
export type Fetch = (
  address: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string; credentials: 'same-origin' },
) => Promise<{ status: number; json(): Promise<unknown> }>;

const OutcomeBody = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.enum(ERROR_CODES), message: z.string(), reference: z.string().exactOptional() }),
  }),
]);

/**
 * Calls over HTTP: `POST baseUrl/api/METHOD` with the input as JSON; the answer is an Outcome as JSON whatever the
 * status. Anything else (no connection, a proxy's page) ends as `unreachable`.
 */
export function createHttpTransport({ fetch, baseUrl = '' }: { fetch: Fetch; baseUrl?: string }): Transport {
  return async (method, input) => {
    try {
      const response = await fetch(`${baseUrl}/api/${encodeURIComponent(method)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input) ?? 'null',
        credentials: 'same-origin',
      });
      const body = OutcomeBody.safeParse(await response.json());
      return body.success ? body.data : unreachable(`The library's host answered with status ${response.status}.`);
    } catch {
      return unreachable('The library is not answering. What was acknowledged is safe; is Carrel still running?');
    }
  };
}

function unreachable(message: string): Outcome<never> {
  return { ok: false, error: { code: 'unreachable', message } };
}

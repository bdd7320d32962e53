import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Outcome } from '../../contract/define.ts';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  'invalid-input': 400,
  'unknown-method': 404,
  'not-found': 404,
  'too-large': 413,
  'disk-full': 507,
  locked: 423,
  internal: 500,
};

/** Sends an outcome; the status is for logs and tools, the body says it all. */
export function answerOutcome(response: ServerResponse, outcome: Outcome<unknown>): void {
  const status = outcome.ok ? 200 : (STATUS[outcome.error.code] ?? 409);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify(outcome));
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  response.end(`${text}\n`);
}

/**
 * A request's JSON body.
 *
 * @throws LibraryError `invalid-input` for another type or broken JSON, `too-large`
 */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    throw new LibraryError('invalid-input', 'The body of a call is application/json.');
  }
  const declared = Number(request.headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let size = declared > limitBytes ? declared : 0;
  if (size <= limitBytes) {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size > limitBytes) break;
      chunks.push(chunk);
    }
  }
  if (size > limitBytes) throw new LibraryError('too-large', `A call may carry ${Math.floor(limitBytes / 1_048_576)} MB.`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    throw new LibraryError('invalid-input', 'The body of the call is not valid JSON.', { cause: error });
  }
}

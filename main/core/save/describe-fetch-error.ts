import { errors } from 'undici';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import { isRedirect, type Answer } from './fetch-once.ts';
import { PrivateAddressError } from './guarded-agent.ts';

/** What an answer means for who wants the page; undefined where it is one to read or to follow. */
export function refusalOf({ status, headers }: Pick<Answer, 'status' | 'headers'>, { host }: URL): LibraryError | undefined {
  if (status === 206) return new LibraryError('site-failed', `${host} sent only a part of this page, and was asked for all of it.`);
  if (status >= 200 && status < 300) return undefined;
  if (isRedirect(status) && headers.location !== undefined) return undefined;
  if (status === 300) return new LibraryError('site-failed', `${host} has several pages at this address, and does not say which to take.`);
  if (isRedirect(status)) return new LibraryError('site-failed', `${host} sends on to another address, and does not say to which.`);
  if (status < 400) return new LibraryError('site-failed', `${host} answered with ${status}, which is no page.`);
  if (status === 404 || status === 410) return new LibraryError('page-missing', `${host} has no page at this address${status === 410 ? ' any more' : ''}.`);
  if (status === 401 || status === 402 || status === 407) return new LibraryError('login-needed', `${host} shows this page only to those who are logged in.`);
  if (status === 403 || status === 451) return new LibraryError('site-refused', `${host} does not let Carrel read this page${status === 451 ? ', for legal reasons' : ''}.`);
  if (status === 429) return new LibraryError('site-refused', `${host} was asked too often, and wants to be left alone for a while.`);
  if (status >= 500 || status === 408 || status === 425) return new LibraryError('site-failed', `${host} has a fault of its own now (it answered with ${status}).`);
  return new LibraryError('site-refused', `${host} does not give this page (it answered with ${status}).`);
}

const LATER: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['site-failed', 'site-unreachable', 'timed-out']);

/** Whether asking once more may help. */
export function mayWorkLater(error: LibraryError): boolean {
  return (LATER.has(error.code) && !isFinal(error)) || / wants to be left alone /.test(error.message);
}

/** A name that does not exist, or a certificate that is wrong, is so the next second, too. */
function isFinal({ cause }: LibraryError): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === 'ENOTFOUND' || /CERT|TLS|SSL/.test(code) || code === 'UND_ERR_HEADERS_OVERFLOW';
}

/** An error of the network in words. */
export function describeFetchError(thrown: unknown, url: URL, privateAddress: (url: URL) => LibraryError): LibraryError {
  if (thrown instanceof LibraryError) return thrown;
  if (thrown instanceof PrivateAddressError) return privateAddress(url);
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in cause ? String(cause.code) : '';
  const { host } = url;
  const unreachable = (why: string) => new LibraryError('site-unreachable', why, { cause });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return unreachable(`${host} was not found. Check the address and the connection.`);
  if (code === 'ECONNREFUSED') return unreachable(`${host} takes no connections.`);
  if (/CERT|TLS|SSL|ERR_SSL/.test(code)) return unreachable(`${host} cannot prove that it is itself: its certificate is not valid. Nothing was fetched.`);
  if (cause instanceof errors.ConnectTimeoutError || code === 'ETIMEDOUT') return unreachable(`${host} did not answer in time.`);
  if (cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError) return new LibraryError('timed-out', `${host} stopped in the middle of its answer.`, { cause });
  if (cause instanceof errors.HeadersOverflowError) return new LibraryError('site-failed', `The answer of ${host} begins with more than any answer does.`, { cause });
  if (/^(?:HPE_|UND_ERR)/.test(code) || code === 'ECONNRESET' || code === 'EPIPE' || code === 'Z_BUF_ERROR') return new LibraryError('site-failed', `The answer of ${host} broke off.`, { cause });
  if (/^E[A-Z]+$/.test(code)) return unreachable(`${host} cannot be reached (${code}).`);
  return new LibraryError('site-failed', `The answer of ${host} could not be read.`, { cause });
}

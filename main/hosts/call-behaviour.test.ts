import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClient, type Transport } from '../contract/client.ts';
import { ERROR_CODES } from '../contract/errors.ts';
import { createHttpTransport } from '../contract/http-transport.ts';
import { createPortTransport, serveOverPort } from '../contract/port-transport.ts';
import { openLibrary, type Library } from '../core/open-library.ts';
import { buildDesktop } from './desktop/fake/build-desktop.ts';
import { launchFake } from './desktop/fake/launch.ts';
import { createExampleDispatch, exampleContract } from './example-calls.ts';
import { nodeServices } from './node-services.ts';
import { startWebHost } from './web/server.ts';

/*
 * How calls behave, whatever carries them: the same suite over a direct call, a MessagePort, HTTP against the real
 * web host, and the desktop's built preload and main under a fake Electron. A new transport joins by one line in TRANSPORTS.
 */
const dispatch = createExampleDispatch();

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-calls-'));
const closing: (() => unknown)[] = [];
let library: Library;

async function overHttp(): Promise<Transport> {
  const host = await startWebHost({ library: { ...library, dispatch }, port: 0, rendererFolder: scratch, logUnexpected: () => {} });
  closing.push(() => host.close());
  const { origin } = new URL(host.url);
  const welcome = await fetch(host.url);
  const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return createHttpTransport({ baseUrl: origin, fetch: (address, init) => fetch(address, { ...init, headers: { ...init.headers, cookie, origin } }) });
}

function overPort(): Transport {
  const { port1, port2 } = new MessageChannel();
  serveOverPort(port1, dispatch);
  closing.push(() => port1.close());
  return createPortTransport(port2);
}

/** From a page's bridge through preload, main and the pipe to another process, and back. */
async function overDesktop(): Promise<Transport> {
  const main = await buildDesktop(path.join(scratch, 'build'));
  const libraryModule = fileURLToPath(new URL('desktop/fake/example-library-process.ts', import.meta.url));
  const electron = await launchFake({ main, home: path.join(scratch, 'home'), libraryModule });
  closing.push(() => electron.quit());
  return async (method, input) => Outcome.parse(await electron.do('call', 1, method, input));
}

const Outcome = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.enum(ERROR_CODES), message: z.string(), reference: z.string().exactOptional() }) }),
]);

const TRANSPORTS: readonly [string, () => Transport | Promise<Transport>][] = [
  ['a direct call', () => (method, input) => dispatch(method, input)],
  ['a MessagePort', overPort],
  ['HTTP', overHttp],
  ["the desktop's bridge", overDesktop],
];

beforeAll(async () => {
  library = await openLibrary({ root: path.join(scratch, 'library'), access: 'write' }, nodeServices('a test'));
});

afterAll(async () => {
  for (const close of closing) await close();
  await library.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

describe.each(TRANSPORTS)('a call over %s', (_name, connect) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await connect();
  });
  const client = () => createClient(exampleContract, transport);

  it('brings the value back', async () => {
    expect(await client()['example.double']({ value: 21 })).toEqual({ ok: true, value: { doubled: 42 } });
  });

  it('fills in defaults', async () => {
    expect(await client()['example.withDefault']({})).toEqual({ ok: true, value: { limit: 7 } });
  });

  it('refuses an input that does not fit, and says where', async () => {
    const outcome = await transport('example.double', { value: 'three' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(outcome)).toContain('value');
  });

  it.each([null, undefined, 3, 'text', [], { value: null }])('refuses the input %j', async (input) => {
    expect(await transport('example.double', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ' ', 'example.double/x'])('knows no method "%s"', async (name) => {
    const outcome = await transport(name, {});
    expect(outcome.ok).toBe(false);
    expect(['unknown-method', 'unreachable']).toContain(outcome.ok ? '' : outcome.error.code);
  });

  it('does not offer what is for local callers', async () => {
    expect(await transport('example.local', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  it('brings an expected failure back as its code and sentence', async () => {
    expect(await client()['example.refuse']({})).toEqual({ ok: false, error: { code: 'disk-full', message: 'The disk is full.' } });
  });

  it('tells nothing of an unexpected failure but a reference, and reports it once', async () => {
    const reported = async () => client()['example.reported']({});
    const before = await reported();
    const outcome = await client()['example.break']({});
    expect(outcome).toMatchObject({ ok: false, error: { code: 'internal', reference: 'ref123' } });
    expect(JSON.stringify(outcome)).not.toMatch(/secret|private|\bat \//);
    expect(await reported()).toEqual({ ok: true, value: { count: (before.ok ? before.value.count : Number.NaN) + 1 } });
  });

  it('never lets an answer through that is not what was promised', async () => {
    expect(await client()['example.lie']({})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await client()['example.leaky']({})).toEqual({ ok: true, value: { shown: 'yes' } });
  });

  it('answers many calls at once, each with its own answer', async () => {
    const times = Array.from({ length: 40 }, (_, index) => (index * 7) % 40);
    const outcomes = await Promise.all(times.map((afterMs) => client()['example.later']({ afterMs })));
    expect(outcomes).toEqual(times.map((afterMs) => ({ ok: true, value: { afterMs } })));
  });

  it.each(['', 'línea – 日本語 – 🪑', '\u2028\u2029\u0000', '{"ok":false}', 'x'.repeat(1_000_000)])('carries any text', async (text) => {
    expect(await client()['example.echo']({ text })).toEqual({ ok: true, value: { text } });
  });

  it('ends as unreachable, and does not reject, when the other end is gone', async () => {
    const gone = createHttpTransport({ fetch: () => Promise.reject(new Error('no connection')) });
    expect(await gone('example.echo', { text: '' })).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    const { port1, port2 } = new MessageChannel();
    const overClosing = createPortTransport(port2);
    const waiting = overClosing('example.echo', { text: '' });
    port1.close();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(await overClosing('example.echo', { text: '' })).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });
});

import dns from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { LIMITS } from '../base/limits.ts';
import { isPublicAddress } from './check-address.ts';

/** A name led to an address that nothing is fetched from. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** Finds all addresses of a name. */
export type Lookup = (hostname: string, options: dns.LookupAllOptions, done: (error: NodeJS.ErrnoException | null, found: dns.LookupAddress[]) => void) => void;

export interface AgentParts {
  /** The system's by default. */
  readonly lookup?: Lookup | undefined;
  /** Whether connections may lead into private networks. */
  readonly allowsPrivate: boolean;
}

/** Where the newest connection to an origin led, and how much came over it; also when it is closed. */
export class Connection {
  readonly address: string;
  #socket: Socket | undefined;
  #bytes = 0;

  constructor(socket: Socket) {
    this.address = socket.remoteAddress ?? '';
    this.#socket = socket;
    // Connections are remembered for longer than sockets are worth keeping.
    socket.once('close', () => {
      this.#bytes = socket.bytesRead;
      this.#socket = undefined;
    });
  }

  get bytesRead(): number {
    return this.#socket?.bytesRead ?? this.#bytes;
  }
}

export interface GuardedAgent {
  readonly agent: Agent;
  /** The newest connection to the origin of an address. */
  readonly connectionTo: (url: URL) => Connection | undefined;
}

/**
 * Connections that lead to the open net alone. The addresses that a name has are asked for once, those of private networks are left
 * out, and a connection is made to one of the others by its number: nothing is asked a second time that could be answered
 * otherwise. Where a connection led is looked at once more when it stands, before anything is sent.
 */
export function guardedAgent({ lookup = dns.lookup, allowsPrivate }: AgentParts): GuardedAgent {
  const connections = new Map<string, Connection>();
  const connect = buildConnector({ lookup: guardedLookup(lookup, allowsPrivate), timeout: LIMITS.fetchConnectMs, allowH2: false });
  const agent = new Agent({
    connect: (options, done) =>
      connect(options, (error, socket) => {
        if (error || !socket) return done(error ?? new Error('There is no connection'), null);
        const connection = new Connection(socket);
        if (!allowsPrivate && !isPublicAddress(connection.address)) {
          socket.destroy();
          return done(new PrivateAddressError(connection.address), null);
        }
        connections.set(`${options.protocol}//${options.host ?? options.hostname}`, connection);
        return done(null, socket);
      }),
    connections: LIMITS.fetchesPerHost,
    pipelining: 1,
    headersTimeout: LIMITS.fetchHeadersMs,
    bodyTimeout: LIMITS.fetchSilenceMs,
    maxHeaderSize: LIMITS.fetchHeaderBytes,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  });
  return { agent, connectionTo: ({ origin }) => connections.get(origin) };
}

function guardedLookup(lookup: Lookup, allowsPrivate: boolean): LookupFunction {
  return (hostname, { all, family, hints }, done) => {
    lookup(hostname, { all: true, ...(family === undefined ? {} : { family }), ...(hints === undefined ? {} : { hints }) }, (error, found) => {
      if (error) return done(error, '');
      const fitting = allowsPrivate ? found : found.filter(({ address }) => isPublicAddress(address));
      if (fitting.length === 0) return done(found.length === 0 ? new Error(`${hostname} has no address`) : new PrivateAddressError(hostname), '');
      const [first] = fitting;
      return all === true || !first ? done(null, fitting) : done(null, first.address, first.family);
    });
  };
}

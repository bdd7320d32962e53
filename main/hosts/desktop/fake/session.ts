import type { Protocol, Session, session as RealSession, WebRequest } from 'electron';
import type { Names } from './names.ts';
import { happened, needsNotReady, needsReady } from './world.ts';

type Answer = (response: { cancel?: boolean }) => void;

/** What main has set, for the test to ask. */
export const locks: {
  schemes: unknown;
  handlers: Map<string, (request: Request) => Response | Promise<Response>>;
  permissionRequest?: (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void;
  permissionCheck?: (contents: unknown, permission: string, origin: string, details: object) => boolean;
  device?: (details: object) => boolean;
  beforeRequest?: (details: { url: string }, answer: Answer) => void;
  spellChecker: boolean;
} = { schemes: undefined, handlers: new Map(), spellChecker: true };

const protocolOfSession = {
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    if (locks.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    locks.handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme: string) => locks.handlers.has(scheme),
} satisfies Names<Protocol>;

export const protocol = {
  ...protocolOfSession,
  registerSchemesAsPrivileged: (schemes: unknown) => {
    needsNotReady('protocol.registerSchemesAsPrivileged');
    happened.push('scheme');
    // The last call counts in the real one, too.
    locks.schemes = schemes;
  },
} satisfies Names<Protocol>;

const defaultSession = {
  protocol: protocolOfSession,
  setPermissionRequestHandler: (handler: NonNullable<typeof locks.permissionRequest>) => {
    locks.permissionRequest = handler;
  },
  setPermissionCheckHandler: (handler: NonNullable<typeof locks.permissionCheck>) => {
    locks.permissionCheck = handler;
  },
  setDevicePermissionHandler: (handler: NonNullable<typeof locks.device>) => {
    locks.device = handler;
  },
  setSpellCheckerEnabled: (enabled: boolean) => {
    locks.spellChecker = enabled;
  },
  webRequest: {
    onBeforeRequest: (...args: readonly unknown[]) => {
      const listener = args.at(-1);
      // A filter would leave some addresses through: the fake refuses it, so that nobody adds one unseen.
      if (args.length !== 1 || typeof listener !== 'function') throw new Error('onBeforeRequest is expected without a filter');
      locks.beforeRequest = (details, answer) => void listener(details, answer);
    },
  } satisfies Names<WebRequest>,
} satisfies Names<Session>;

export const session = {
  get defaultSession() {
    needsReady('session.defaultSession');
    return defaultSession;
  },
} satisfies Names<typeof RealSession>;

/** Asks whatever main has put between the page and the network. */
export async function requestThroughLocks(url: string, request: Request): Promise<Response | undefined> {
  const cancelled = await new Promise<boolean>((resolve) => {
    if (locks.beforeRequest) locks.beforeRequest({ url }, ({ cancel = false }) => resolve(cancel));
    else resolve(false);
  });
  const handler = locks.handlers.get(new URL(url).protocol.slice(0, -1));
  return cancelled || !handler ? undefined : handler(request);
}

import type { Transport } from './client.ts';
import type { Outcome } from './define.ts';
import type { Dispatch, DispatchOptions } from './dispatcher.ts';

/** The part of a MessagePort or Worker that calls need. Structural, so that the contract knows no platform. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

interface CallMessage {
  readonly call: number;
  readonly method: string;
  readonly input: unknown;
}

/** Calls over a port. When the port closes, what is under way ends as `unreachable`. */
export function createPortTransport(port: Port): Transport {
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  let lastCall = 0;
  let open = true;
  port.on('message', (message) => {
    if (!isAnswer(message)) return;
    waiting.get(message.answer)?.(message.outcome);
    waiting.delete(message.answer);
  });
  port.on('close', () => {
    open = false;
    for (const settle of waiting.values()) settle(UNREACHABLE);
    waiting.clear();
  });
  return (method, input) => {
    if (!open) return Promise.resolve(UNREACHABLE);
    lastCall += 1;
    const call = lastCall;
    return new Promise((settle) => {
      waiting.set(call, settle);
      try {
        port.postMessage({ call, method, input } satisfies CallMessage);
      } catch {
        // A value that cannot be cloned (a function, a symbol) is no JSON value: the caller's mistake.
        waiting.delete(call);
        settle({ ok: false, error: { code: 'invalid-input', message: 'The input does not fit: it is not plain JSON.' } });
      }
    });
  };
}

/** Answers the calls that come over a port. */
export function serveOverPort(port: Port, dispatch: Dispatch, options: DispatchOptions = {}): void {
  port.on('message', (message) => {
    if (!isCall(message)) return;
    void dispatch(message.method, message.input, options).then((outcome) => {
      port.postMessage({ answer: message.call, outcome });
    });
  });
}

const UNREACHABLE: Outcome<never> = {
  ok: false,
  error: { code: 'unreachable', message: 'The library is not answering. What was acknowledged is safe; open Carrel again.' },
};

function isCall(message: unknown): message is CallMessage {
  return typeof message === 'object' && message !== null && 'call' in message && 'method' in message && typeof message.method === 'string';
}

function isAnswer(message: unknown): message is { answer: number; outcome: Outcome<unknown> } {
  return typeof message === 'object' && message !== null && 'answer' in message && 'outcome' in message;
}

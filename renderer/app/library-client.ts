import { createClient, type Transport } from '../../main/contract/client.ts';
import { contract } from '../../main/contract/contract.ts';
import type { Outcome } from '../../main/contract/define.ts';
import type { ErrorCode } from '../../main/contract/errors.ts';
import { createHttpTransport } from '../../main/contract/http-transport.ts';
import type { WindowBridge } from '../../main/contract/window-bridge.ts';
import { watchedFetch } from './connection.ts';
import { hostBridge } from './host-bridge.ts';

const transport: Transport = hostBridge ? overBridge(hostBridge) : createHttpTransport({ fetch: watchedFetch });

/** All calls of the library, typed. The one place that knows how they travel. */
export const library = createClient(contract, transport);

/** A call's expected failure, thrown so that the query cache sees it. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly code: ErrorCode;
  readonly reference: string | undefined;

  constructor({ code, message, reference }: { code: ErrorCode; message: string; reference?: string }) {
    super(message);
    this.code = code;
    this.reference = reference;
  }
}

/** The value of a call that went well. @throws CallFailure */
export async function valueOf<Value>(call: Promise<Outcome<Value>>): Promise<Value> {
  const outcome = await call;
  if (!outcome.ok) throw new CallFailure(outcome.error);
  return outcome.value;
}

function overBridge(bridge: WindowBridge): Transport {
  return (method, input) => bridge.call(method, input);
}

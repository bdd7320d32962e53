import type { Client, Contract, Outcome } from './define.ts';

/** Carries one call to the library and its outcome back. The one thing that hosts differ in. Never rejects. */
export type Transport = (method: string, input: unknown) => Promise<Outcome<unknown>>;

/** A typed function for each call of the contract, over any transport. */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const client: Record<string, (input: unknown) => Promise<Outcome<unknown>>> = {};
  for (const name of Object.keys(contract)) client[name] = (input) => transport(name, input);
  // The dispatcher at the other end has parsed each value with the same schemas that give the type.
  return client as Client<C>;
}

import { useSyncExternalStore } from 'react';
import { createStore } from './store.ts';

/**
 * `answering`: all is well. `silent`: the host does not answer (it ended, or the machine is asleep).
 * `ended`: the host answers but no longer knows this window's session; only a new address from it helps.
 * In a desktop the host tells: `restarting`: the library's process died and is being started again; `stopped`: it was
 * given up, and the host asks the user what to do.
 */
export type Connection = 'answering' | 'silent' | 'ended' | 'restarting' | 'stopped';

const connection = createStore<Connection>('answering');

/** What is known about the way to the library, from every answer and every missing one. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get);
}

export const reportConnection = connection.set;

/** `fetch` that notes on the way whether the library answers, and whether it still knows this window. */
export async function watchedFetch(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init);
    const refused = response.status === 401 || response.status === 403;
    reportConnection(refused ? 'ended' : 'answering');
    return response;
  } catch (error) {
    // A request that the window itself gave up says nothing about the host.
    if (!init.signal?.aborted) reportConnection('silent');
    throw error;
  }
}

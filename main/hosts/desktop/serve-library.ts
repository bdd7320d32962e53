import { createDispatcher, type Dispatch, type ReportUnexpected } from '../../contract/dispatcher.ts';
import type { LibraryEvent } from '../../contract/events.ts';
import { serveOverPort } from '../../contract/port-transport.ts';
import { processContract, type OpeningReport, type ProcessHandlers } from './process-contract.ts';
import type { Channel } from './split-port.ts';

/** What is served: the library's calls and events, and what main asks beside them. */
export interface ServedLibrary {
  readonly dispatch: Dispatch;
  readonly events: { listen(listener: (event: LibraryEvent) => void): unknown };
  readonly handlers: ProcessHandlers;
  readonly reportUnexpected: ReportUnexpected;
}

/** Answers main over its channels. Only what main itself asks has the rights of a local caller. */
export function serveLibrary(channel: Channel, { dispatch, events, handlers, reportUnexpected }: ServedLibrary): void {
  serveOverPort(channel('window'), dispatch, { door: 'any' });
  serveOverPort(channel('own'), dispatch, { door: 'local' });
  serveOverPort(channel('process'), createDispatcher(processContract, handlers, reportUnexpected));
  const telling = channel('event');
  events.listen((event) => telling.postMessage(event));
  channel('state').postMessage({ opened: true } satisfies OpeningReport);
}

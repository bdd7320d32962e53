import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LibraryEvent } from '../../contract/events.ts';
import type { Library } from '../../core/open-library.ts';

/** A line that says nothing, often enough that no one on the way takes the connection for dead. */
const HEARTBEAT_MS = 20_000;
/** A window that reads nothing (a sleeping tab) must not fill this process's memory: it is cut off and asks again. */
const MOST_UNREAD_BYTES = 1_048_576;

/** Tells a window of the library's events, by server-sent events, until it leaves. */
export function streamEvents(library: Library, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.write('retry: 1000\n\n');
  const send = (event: LibraryEvent) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  };
  const stopListening = library.events.listen(send);
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  const stop = () => {
    stopListening();
    clearInterval(heartbeat);
  };
  request.on('close', stop);
  response.on('close', stop);
}

import { LibraryEvent } from '../../main/contract/events.ts';
import type { WindowBridge } from '../../main/contract/window-bridge.ts';
import { reportConnection } from './connection.ts';
import { hostBridge } from './host-bridge.ts';

/** A closed stream is opened again after this long; a stream that is only interrupted reconnects by itself. */
const REOPEN_AFTER_MS = 3_000;

interface Listener {
  /** One event of the library. */
  readonly onEvent: (event: LibraryEvent) => void;
  /** The stream broke off. It does not say why: a call finds out whether the session ended or the host is gone. */
  readonly onInterrupt: () => void;
  /** The stream is back after a gap: events may have been missed. */
  readonly onResume: () => void;
}

/** Listens to what the library tells without being asked. @returns the function that stops listening. */
export function subscribeToLibrary(listener: Listener): () => void {
  return hostBridge ? listenToBridge(hostBridge, listener) : listenToStream(listener);
}

/** In a desktop: the host knows how the library is, and tells it. */
function listenToBridge(bridge: WindowBridge, { onEvent, onResume }: Listener): () => void {
  let interrupted = false;
  const stopLibrary = bridge.subscribe('library', (message) => {
    const event = LibraryEvent.safeParse(message);
    if (event.success) onEvent(event.data);
  });
  const stopCondition = bridge.subscribe('condition', (condition) => {
    if (condition !== 'answering' && condition !== 'restarting' && condition !== 'stopped') return;
    reportConnection(condition);
    if (condition === 'answering' && interrupted) onResume();
    interrupted = condition !== 'answering';
  });
  return () => {
    stopLibrary();
    stopCondition();
  };
}

/** In a browser: a stream of the web host. */
function listenToStream({ onEvent, onInterrupt, onResume }: Listener): () => void {
  let source: EventSource | undefined;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  let interrupted = false;

  function open(): void {
    const stream = new EventSource('/events');
    source = stream;
    stream.addEventListener('open', () => {
      reportConnection('answering');
      if (interrupted) onResume();
      interrupted = false;
    });
    stream.addEventListener('message', (message) => {
      const event = parseEvent(message.data);
      if (event) onEvent(event);
    });
    stream.addEventListener('error', () => {
      interrupted = true;
      // The browser gives up for good when the host answers with an error.
      if (stream.readyState === EventSource.CLOSED) reopen = setTimeout(open, REOPEN_AFTER_MS);
      onInterrupt();
    });
  }

  open();
  return () => {
    clearTimeout(reopen);
    source?.close();
  };
}

function parseEvent(data: unknown): LibraryEvent | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return LibraryEvent.safeParse(JSON.parse(data)).data;
  } catch {
    // Half a line from a host that is going down: the stream's reconnection catches up.
    return undefined;
  }
}

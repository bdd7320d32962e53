import type { ParentPort, UtilityProcess } from 'electron';
import type { Port } from '../../contract/port-transport.ts';

/**
 * What travels between main and the library's process. `window`: calls of windows, with a window's rights. `own`: calls
 * of main itself, which may name paths. `process`: what main asks of the process beside the contract. `event`: what the
 * library tells. `state`: whether it could be opened.
 */
export type ChannelName = 'window' | 'own' | 'process' | 'event' | 'state';

/** One of the channels that share a pipe. */
export type Channel = (name: ChannelName) => Port;

/** One pipe as several ports, so that each has its own rights. */
export function splitPort(pipe: Port): Channel {
  return (name) => {
    function on(event: 'message', listener: (message: unknown) => void): void;
    function on(event: 'close', listener: () => void): void;
    function on(event: 'message' | 'close', listener: (message?: unknown) => void): void {
      if (event === 'close') pipe.on('close', () => listener());
      else pipe.on('message', (parcel) => isParcel(parcel) && parcel.channel === name && listener(parcel.message));
    }
    return { on, postMessage: (message) => pipe.postMessage({ channel: name, message }) };
  };
}

/** Main's end of the pipe. A message to a process that has ended goes nowhere; `close` is its exit. */
export function portToChild(child: UtilityProcess): Port {
  function on(event: 'message', listener: (message: unknown) => void): void;
  function on(event: 'close', listener: () => void): void;
  function on(event: 'message' | 'close', listener: (message?: unknown) => void): void {
    if (event === 'close') child.on('exit', () => listener());
    else child.on('message', (message: unknown) => listener(message));
  }
  return { on, postMessage: (message) => child.postMessage(message) };
}

/** The library process's end of the pipe. It never closes: when main ends, the system ends this process too. */
export function portToParent(parentPort: ParentPort): Port {
  function on(event: 'message' | 'close', listener: (message?: unknown) => void): void {
    if (event === 'message') parentPort.on('message', ({ data }: { data: unknown }) => listener(data));
  }
  return { on, postMessage: (message) => parentPort.postMessage(message) };
}

function isParcel(parcel: unknown): parcel is { channel: string; message: unknown } {
  return typeof parcel === 'object' && parcel !== null && 'channel' in parcel && 'message' in parcel;
}

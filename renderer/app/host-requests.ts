import { navigate } from 'wouter/use-browser-location';
import { isCommandName } from '../../main/contract/commands.ts';
import { formatAddress, parseAddress } from './address.ts';
import { runCommand } from './commands.ts';
import { hostBridge } from './host-bridge.ts';

/** Does what a desktop's menu, link or second start asks of this window. @returns the function that stops listening */
export function listenToHostRequests(): () => void {
  if (!hostBridge) return () => {};
  const stopCommands = hostBridge.subscribe('command', (name) => {
    if (isCommandName(name)) runCommand(name);
  });
  const stopPlaces = hostBridge.subscribe('open', (place) => {
    if (typeof place !== 'string' || !URL.canParse(place, location.origin)) return;
    const { pathname, search } = new URL(place, location.origin);
    // Read and written again: whatever was asked for, it is a place of this window.
    navigate(formatAddress(parseAddress(pathname, search)));
  });
  return () => {
    stopCommands();
    stopPlaces();
  };
}

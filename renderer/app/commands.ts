import { useEffect, useEffectEvent } from 'react';

/** What a key, a menu or a button can ask the window to do. The part of the window that can do it registers for it. */
export type CommandName =
  | 'search'
  | 'next'
  | 'previous'
  | 'back'
  | 'trash'
  | 'toggle-read'
  | 'toggle-favourite'
  | 'undo'
  | 'next-pane'
  | 'previous-pane'
  | 'shortcuts';

/** @returns false when there was nothing to do here, so that an earlier registration is asked. */
type CommandHandler = () => boolean | void;

const handlers = new Map<CommandName, CommandHandler[]>();

/** Runs a command where it was registered last. @returns whether anything took it. */
export function runCommand(name: CommandName): boolean {
  return (handlers.get(name) ?? []).toReversed().some((handler) => handler() !== false);
}

/** Answers a command for as long as the calling component is there. */
export function useCommand(name: CommandName, handler: CommandHandler): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    const registered: CommandHandler = () => latest();
    handlers.set(name, [...(handlers.get(name) ?? []), registered]);
    return () => {
      handlers.set(name, (handlers.get(name) ?? []).filter((one) => one !== registered));
    };
  }, [name]);
}

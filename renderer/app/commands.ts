import { useEffect, useEffectEvent } from 'react';
import { COMMANDS, type CommandName } from '../../main/contract/commands.ts';
import { createStore } from './store.ts';

/** @returns false when there was nothing to do here, so that an earlier registration is asked. */
type CommandHandler = () => boolean | void;

/** Who answers each command now, the newest last. */
const handlers = createStore<ReadonlyMap<CommandName, readonly CommandHandler[]>>(new Map());

/** All commands, in the order of the table. */
export const COMMAND_NAMES: readonly CommandName[] = namesOf(COMMANDS);

/** Runs a command where it was registered last. @returns whether anything took it. */
export function runCommand(name: CommandName): boolean {
  return (handlers.get().get(name) ?? []).toReversed().some((handler) => handler() !== false);
}

/** Whether the window as it is now has a part that answers this command. */
export function isAnswered(name: CommandName): boolean {
  return (handlers.get().get(name) ?? []).length > 0;
}

/** Answers a command for as long as the calling component is there. */
export function useCommand(name: CommandName, handler: CommandHandler): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    const registered: CommandHandler = () => latest();
    const known = handlers.get();
    handlers.set(new Map(known).set(name, [...(known.get(name) ?? []), registered]));
    return () => {
      const now = handlers.get();
      handlers.set(new Map(now).set(name, (now.get(name) ?? []).filter((one) => one !== registered)));
    };
  }, [name]);
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  const names: Name[] = [];
  for (const name in table) names.push(name);
  return names;
}

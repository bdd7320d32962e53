import type { Outcome } from './define.ts';
import type { LibraryEvent } from './events.ts';
import type { CommandName } from './commands.ts';
import type { ImportId } from './ids.ts';
import type { DroppedOptions } from './imports.ts';

/** The name under which a desktop's preload gives the bridge to its window. */
export const WINDOW_BRIDGE = 'carrel';

/** How the library is, as far as the host knows. `stopped`: it died more often than it is worth starting again. */
export type LibraryCondition = 'answering' | 'restarting' | 'stopped';

/** What a desktop host tells a window, by topic. */
export interface BridgeTopics {
  library: LibraryEvent;
  /** From the menu: what the window is to do. */
  command: CommandName;
  condition: LibraryCondition;
  /** A `carrel://` address or a second start asks for this place: an address within the window (`/a/ID`). */
  open: string;
}

/**
 * The three functions that a desktop's preload gives to its window. Nothing of what crosses is trusted by its name
 * alone: the host checks sender, name and input; the window checks what it is told.
 */
export interface WindowBridge {
  call(method: string, input: unknown): Promise<Outcome<unknown>>;
  /** Returns how to stop listening. */
  subscribe(topic: keyof BridgeTopics, listener: (message: unknown) => void): () => void;
  /**
   * Imports dropped or chosen files and folders: the preload turns them into paths, the window never sees one.
   *
   * @param files `File` objects of the platform
   * @param options the labels that they get on their way in: they were dropped on it; or that some of them are only looked at
   * @returns the import, or null when none of them is a file on disk, and the names of those that are not
   */
  importDropped(files: readonly unknown[], options?: DroppedOptions): Promise<Outcome<{ importId: ImportId | null; withoutPath: string[] }>>;
}

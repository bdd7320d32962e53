import { openLibrary, type Library, type OpenOptions } from '../../core/open-library.ts';
import { nodeServices } from '../node-services.ts';
import type { Printer } from './output/printer.ts';

/** What every command is given. */
export interface CommandContext {
  readonly root: string;
  readonly printer: Printer;
}

export const HOST_NAME = 'the command line';

/** Opens the library for one command and closes it whatever happens. */
export async function withLibrary<T>(context: CommandContext, access: OpenOptions['access'], work: (library: Library) => Promise<T>): Promise<T> {
  const library = await openLibrary({ root: context.root, access }, nodeServices(HOST_NAME));
  try {
    const result = await work(library);
    // Whoever searches next would have to make up for it, each time anew where the library is only read.
    if (access === 'write') await library.settle();
    return result;
  } finally {
    await library.close();
  }
}

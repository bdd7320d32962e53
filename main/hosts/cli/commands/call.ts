import { z } from 'zod';
import { contract } from '../../../contract/contract.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { ImportId } from '../../../contract/ids.ts';
import { withLibrary, type CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { unwrap } from '../output/printer.ts';
import { followImport } from './import.ts';

const StartedImport = z.object({ importId: ImportId });

/** Any call of the contract. An import that the call starts is waited for: it lives in this process. */
export async function runCall(context: CommandContext, method: string, input: string): Promise<number> {
  const found = Object.entries(contract).find(([name]) => name === method)?.[1];
  if (!found) throw new LibraryError('unknown-method', `There is no call named "${method}". There are: ${Object.keys(contract).join(', ')}.`);
  const parsed = parseJson(input);
  return withLibrary(context, found.kind === 'query' ? 'read' : 'write', async (library) => {
    const value = unwrap(await library.dispatch(method, parsed, { door: 'local' }));
    const started = StartedImport.safeParse(value);
    const ended = started.success && method !== 'imports.openUpload' ? await followImport(context, library, started.data.importId) : undefined;
    context.printer.line(JSON.stringify(value));
    if (ended?.state === 'cancelled') return EXIT.cancelled;
    return (ended?.counts.failed ?? 0) > 0 ? EXIT.someFailed : EXIT.done;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LibraryError('usage', 'The input of a call is JSON, for example: carrel call articles.list \'{"limit": 5}\'', { cause: error });
  }
}

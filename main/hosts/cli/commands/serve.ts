import open from 'open';
import { openLibrary } from '../../../core/open-library.ts';
import { nodeServices, RENDERER_FOLDER } from '../../node-services.ts';
import { startWebHost } from '../../web/server.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { watchFolder } from './watch.ts';

interface ServeOptions {
  readonly port: number;
  readonly fallback: boolean;
  readonly open: boolean;
  /** Folders to watch from now on. */
  readonly watch: readonly string[];
}

/** Serves the window until it is told to stop. */
export async function runServe(context: CommandContext, { port, fallback, open: openBrowser, watch }: ServeOptions): Promise<number> {
  const services = nodeServices('the web host');
  const library = await openLibrary({ root: context.root, access: 'write', staysOpen: true }, services);
  const stopWatching = services.settings.watch(() => library.events.emit({ type: 'settings-changed' }));
  try {
    for (const folder of watch) await watchFolder(library, folder);
    const host = await startWebHost({
      library,
      port,
      fallback,
      rendererFolder: RENDERER_FOLDER,
      logUnexpected: (error) => services.logUnexpected(error, 'the web host', 'none'),
    });
    context.printer.result({ url: host.url }, () => `Carrel is at ${host.url}\nPress Ctrl+C to stop it.`);
    if (openBrowser) await openInBrowser(host.url, context);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    });
    await host.close();
  } finally {
    stopWatching();
    await library.close();
  }
  return EXIT.done;
}

async function openInBrowser(url: string, { printer }: CommandContext): Promise<void> {
  try {
    const child = await open(url);
    child.on('error', () => printer.note('No browser could be opened. Open the address above yourself.'));
  } catch {
    printer.note('No browser could be opened. Open the address above yourself.');
  }
}

import { app } from 'electron';
import { z } from 'zod';
import { ImportId } from '../../contract/ids.ts';
import type { Outcome } from '../../contract/define.ts';
import { say } from './dialogs.ts';
import { articleOfAddress, readHandedOver, SecondStart, type HandedOver } from './start-arguments.ts';
import type { Windows } from './windows.ts';

const Started = z.object({ importId: ImportId });

interface Takers {
  readonly windows: Windows;
  readonly importPaths: (paths: readonly string[]) => Promise<Outcome<unknown>>;
}

/**
 * Takes what the system and later starts hand over: `open-file`, `open-url` and `second-instance`. To be listened to
 * from the very beginning: what comes before the application is ready waits until `begin`.
 */
export class HandOver {
  #takers: Takers | undefined;
  readonly #waiting: HandedOver[] = [];

  listen(): void {
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.take({ paths: [path], article: undefined, refused: [] });
    });
    app.on('open-url', (event, url) => {
      event.preventDefault();
      const article = articleOfAddress(url);
      this.take({ paths: [], article, refused: article === undefined ? [url] : [] });
    });
    app.on('second-instance', (_event, argv, folder, told) => {
      const start = SecondStart.safeParse(told);
      this.take(start.success ? readHandedOver(start.data.arguments, start.data.folder) : readHandedOver(argv.slice(1), folder));
    });
  }

  /** From now on everything is done at once; first what waited. */
  begin(takers: Takers): void {
    this.#takers = takers;
    for (const handedOver of this.#waiting.splice(0)) void this.#open(takers, handedOver);
  }

  take(handedOver: HandedOver): void {
    if (this.#takers) void this.#open(this.#takers, handedOver);
    else this.#waiting.push(handedOver);
  }

  async #open({ windows, importPaths }: Takers, { paths, article, refused }: HandedOver): Promise<void> {
    if (article === undefined) windows.show();
    else windows.showPlace(`/a/${article}`);
    if (refused.length > 0) void say(windows.current, 'warning', 'Carrel cannot open this.', describeRefused(refused));
    if (paths.length === 0) return;
    const outcome = await importPaths(paths);
    if (!outcome.ok) return say(windows.current, 'error', 'The files were not imported.', outcome.error.message);
    const started = Started.safeParse(outcome.value);
    if (started.success) windows.showPlace(`/import/${started.data.importId}`);
  }
}

function describeRefused(refused: readonly string[]): string {
  const named = refused.slice(0, 5).map((one) => one.slice(0, 200));
  const more = refused.length > named.length ? `\nand ${refused.length - named.length} more` : '';
  return `${named.join('\n')}${more}\n\nIt is no file or folder that exists, and no address of an article in this library.`;
}

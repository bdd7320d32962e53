import { randomBytes } from 'node:crypto';
import { LibraryError } from '../../contract/errors.ts';
import { openLibrary, type Library } from '../../core/open-library.ts';
import { articleMarkdown } from '../../core/export/article-markdown.ts';
import { nodeServices } from '../node-services.ts';
import type { OpeningReport, ProcessHandlers } from './process-contract.ts';
import { serveLibrary } from './serve-library.ts';
import { portToParent, splitPort } from './split-port.ts';

/*
 * The process that the library runs in: whatever it does, no window waits for it. Its one argument is the library's
 * folder. Main starts it, and starts it again when it dies.
 */

const channel = splitPort(portToParent(process.parentPort));
const services = nodeServices('the desktop window');

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('The library process needs the folder of the library');

try {
  const library = await openLibrary({ root, access: 'write', staysOpen: true }, services);
  serveLibrary(channel, { dispatch: library.dispatch, events: library.events, handlers: processHandlers(library), reportUnexpected });
} catch (error) {
  channel('state').postMessage(describeFailure(error));
}

function processHandlers(library: Library): ProcessHandlers {
  return {
    'process.serveArticle': async ({ path, from }) => {
      const { body, headers, ...served } = await library.serveArticle(path, from);
      return { ...served, headers: { ...headers }, body: typeof body === 'string' ? body : Uint8Array.from(body) };
    },
    'process.articleMarkdown': async ({ id }) => {
      const found = await library.readArticle(id);
      if (!found) throw new LibraryError('not-found', 'This article is not in the library any more.');
      return { title: found.article.title, markdown: articleMarkdown(found.article, found.html) };
    },
    'process.close': async () => {
      await library.close();
      // Main ends this process when it has the answer.
      return {};
    },
  };
}

function reportUnexpected(error: unknown, where: string): string {
  const reference = randomBytes(4).toString('hex');
  services.logUnexpected(error, where, reference);
  return reference;
}

function describeFailure(error: unknown): OpeningReport {
  if (error instanceof LibraryError) return { opened: false, code: error.code, message: error.message };
  const reference = reportUnexpected(error, 'opening the library');
  return { opened: false, code: 'internal', message: `Something went wrong that should not have (reference ${reference}).` };
}

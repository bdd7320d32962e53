import { createExampleDispatch } from '../../example-calls.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { serveLibrary } from '../serve-library.ts';
import { portToParent, splitPort } from '../split-port.ts';

// Stands where the library's process does, and answers the example calls that every transport is tested with.

serveLibrary(splitPort(portToParent(process.parentPort)), {
  dispatch: createExampleDispatch(),
  events: { listen: () => {} },
  handlers: {
    'process.serveArticle': () => ({ status: 404, headers: {}, body: '' }),
    'process.articleMarkdown': () => {
      throw new LibraryError('not-found', 'There are no articles here.');
    },
    'process.close': () => ({}),
  },
  reportUnexpected: () => 'ref123',
});

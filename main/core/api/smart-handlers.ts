import type { LibraryHandlers } from '../../contract/contract.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { LibraryParts } from './library-parts.ts';

type SmartHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `smart.${string}`>>;

export function smartHandlers({ reader, writer, search }: LibraryParts): SmartHandlers {
  return {
    'smart.list': async () => ({ smart: await reader.call('smart', undefined) }),
    'smart.count': async ({ id }) => {
      const smart = (await reader.call('smart', undefined)).find((one) => one.id === id);
      if (!smart) throw new LibraryError('not-found', 'There is no such smart collection any more.');
      const { total, fresh, upTo } = await search.countSaved({ ...smart.search, looked: smart.looked });
      // Articles that cannot be found yet have not been seen.
      return { total, fresh, upTo: search.building ? null : upTo };
    },
    'smart.save': (smart) => writer.change((store) => store.call('saveSmart', smart)),
    'smart.rename': (input) => writer.change((store) => store.call('renameSmart', input)),
    'smart.remove': async ({ id }) => ({ removed: await writer.change((store) => store.call('removeSmart', id)) }),
    'smart.looked': (input) => writer.change((store) => store.call('lookAtSmart', input)),
  };
}

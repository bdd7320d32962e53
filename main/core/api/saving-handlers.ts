import type { LibraryHandlers } from '../../contract/contract.ts';
import { ImportOptions } from '../../contract/imports.ts';
import { findAddresses } from '../save/find-addresses.ts';
import { labelOfAddresses } from '../save/order-addresses.ts';
import type { LibraryParts } from './library-parts.ts';

type SavingHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `saving.${string}` | `ledger.${string}`>>;

export function savingHandlers({ imports, reader, saving, writer }: LibraryParts): SavingHandlers {
  return {
    'saving.start': async ({ addresses, options }) => {
      await writer.open();
      return { importId: imports.startAddresses(addresses, labelOfAddresses(addresses), ImportOptions.parse(options)) };
    },
    'saving.find': ({ text }) => ({ addresses: findAddresses(text) }),
    'saving.addresses': ({ ids }) => reader.call('pageAddresses', ids),
    'saving.lastTry': async ({ id }) => ({ outcome: await reader.call('lastTry', id) }),
    'ledger.list': (query) => saving.ledger(query),
    'ledger.clear': async () => ({ cleared: await saving.clearLedger() }),
  };
}

import { expect, it } from 'vitest';
import { ImportOptions } from '../../contract/imports.ts';
import { LibraryError } from '../../contract/errors.ts';
import { importAddress, type AddressDesk } from './import-address.ts';

const FEED = 'https://paper.example/feed';

it('what a feed names is fetched as named by that feed, and not as by the user', async () => {
  const saved: (string | undefined)[][] = [];
  const failed: unknown[] = [];
  const desk: AddressDesk = {
    options: ImportOptions.parse({}),
    save: async (url, from) => {
      saved.push([url, from]);
      if (from === undefined) return { kind: 'feed', url: `${FEED}.xml`, addresses: ['http://router/reboot', 'https://paper.example/story'] };
      throw new LibraryError('private-address', 'It is in a private network.');
    },
    whoWaits: async () => undefined,
    removeSaved: async () => {},
    read: async () => ({ kind: 'unsupported', label: 'a film', asset: false }),
    store: async () => {},
    storeArticle: async () => {},
    isSettled: () => false,
    onFound: () => {},
    onThere: () => {},
    onWhole: () => {},
    fail: (error, item) => failed.push([item, error instanceof LibraryError && error.code]),
    unsupported: (label) => new LibraryError('unsupported-format', label),
  };
  await importAddress(FEED, desk);
  expect(saved).toEqual([[FEED, undefined], ['http://router/reboot', `${FEED}.xml`], ['https://paper.example/story', `${FEED}.xml`]]);
  expect(failed).toEqual([['http://router/reboot', 'private-address'], ['https://paper.example/story', 'private-address']]);
});

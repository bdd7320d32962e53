import { COMMANDS } from '../../main/contract/commands.ts';
import type { RequestPurpose } from '../../main/contract/saving.ts';
import type { MissingParts } from '../reading/list-missing.ts';
import { formatBytes, formatNumber } from './format.ts';
import { articles, partsOf, plural } from './plural.ts';

const pages = (count: number): string => plural(count, 'page', 'pages');

const purposes: Record<RequestPurpose, string> = {
  page: 'Page',
  next: 'Further page',
  picture: 'Picture',
  style: 'Style sheet',
  feed: 'Feed',
  media: 'Video or sound',
};

/** The words of saving pages of the web, and of the requests that Carrel made for that. */
export const savingWords = {
  pages,
  addresses: 'Addresses',
  title: 'Save pages of the web',
  titleInto: (collection: string) => `Save pages of the web into “${collection}”`,
  hint: 'Carrel fetches each page once, takes the article out of it, and keeps it with its pictures. A file with a list can be dropped here.',
  field: 'Addresses of pages, one a line or in any text',
  found: (count: number) => (count === 0 ? 'No addresses found yet' : `${plural(count, 'address', 'addresses')} found`),
  others: (first: string, count: number) => `Not fetched, because it begins neither with http:// nor with https://: ${first}${count > 1 ? ` and ${formatNumber(count - 1)} more` : ''}`,
  tags: 'Tags for all of them, with commas between them',
  media: 'Keep videos and sound, too',
  mediaHint: 'As files of up to 1 GB each. Without them, an article has a link to where each one plays. Players of other sites, such as YouTube, stay links.',
  save: (count: number) => (count === 0 ? 'Save pages' : `Save ${pages(count)}`),
  inText: (count: number) => (count === 1 ? 'Save the page named in this text' : `Save the ${formatNumber(count)} pages named in this text`),
  drop: 'Drop to save',
  dropHint: 'A link, or text that names pages',
  starting: (first: string, count: number) => (count === 1 ? `Saving ${first}` : `Saving ${pages(count)}`),
  state: 'Fetching pages',
  stepsLabel: 'Being fetched now',
  steps: {
    waiting: 'waiting for its turn at the site',
    page: 'loading the page',
    parts: (done: number, total: number) => `pictures and styles, ${formatNumber(done)} of ${formatNumber(total)}`,
    media: (done: number, total: number) => `video and sound, ${formatBytes(done)}${total > 0 ? ` of ${formatBytes(total)}` : ''}`,
    reading: 'reading the article',
  },
  perMinute: (count: number) => `${formatNumber(Math.max(1, Math.round(count)))} a minute`,

  saved: (title: string) => `“${title}” is saved`,
  savedBut: (title: string, missing: MissingParts) => `“${title}” is saved, without ${partsOf(missing)}`,
  versioned: 'The article has a new version. The one before is kept.',
  without: (missing: MissingParts) => ` The new one is without ${partsOf(missing)}.`,
  replaced: 'The article was replaced by the page as it is now.',
  alreadyHere: 'This page is in the library already',
  alreadyHereLabelled: (names: readonly string[]) => `This page was in the library already, and is now also under: ${names.join(', ')}`,
  failed: (what: string, address: string) => `${what}: ${address}`,
  savedMany: (saved: number, here: number, failed: number) =>
    [`${pages(saved)} saved`, ...(here > 0 ? [`${formatNumber(here)} already here`] : []), ...(failed > 0 ? [`${formatNumber(failed)} not saved`] : [])].join(', '),
  stopped: 'Saving pages stopped',
  open: 'Open',

  openInBrowser: 'Open in the browser',
  openPage: (name: string) => `Open in the browser: ${name}`,
  allow: (host: string) => `Allow ${host} and try again`,
  allowTitle: (host: string) => `Allow Carrel to fetch from ${host}?`,
  allowAsk: (host: string) =>
    `${host} is on this computer or in your own network: a router, a printer, a page of your firm. Carrel leaves such places alone, so that no address from outside can have it ask there. Once allowed, every page that you save from ${host} is fetched, until you take it off the list in the settings.`,
  allowConfirm: (host: string) => `Allow ${host}`,

  fetch: {
    first: { one: 'Fetch this page', many: 'Fetch these pages' },
    again: { one: 'Fetch this page again', many: 'Fetch these pages again' },
    /** Where that is not known, or some are of the one kind and some of the other. */
    either: { one: COMMANDS['fetch-page'].title, many: 'Fetch these pages, or fetch them again' },
  },
  fetchingAgain: (count: number) => (count === 1 ? 'Fetching the page again' : `Fetching ${pages(count)} again`),
  leftOut: (count: number) => `${articles(count)} left out: Carrel knows no address of a page of ${count === 1 ? 'it' : 'them'}.`,
  noAddress: (count: number) => (count === 1 ? 'Carrel knows no address of a page of this article.' : 'Carrel knows no address of a page of any of these articles.'),
  unfetched: {
    row: 'not fetched yet',
    title: 'This page is not fetched yet',
    hint: 'Carrel keeps its address. Once it is fetched, the article and its pictures are here, without the net, too.',
    offline: 'This computer has no network now.',
    underWay: 'This page is being fetched',
    fetchAll: 'Fetch all',
    fetching: (count: number) => (count === 1 ? 'Fetching the page' : `Fetching ${pages(count)}`),
    fetchingAll: 'Fetching…',
    elsewhere: (title: string, isPart: boolean) => (isPart ? `What it named is in the library, each as an article of its own: “${title}” is one of them.` : `Its address led to “${title}”, which is in the library as an article of its own.`),
    elsewhereTitle: 'Its page is in the library already',
    feedTitle: 'This is a feed',
    isKept: 'This address is kept already, to be fetched later',
    isTrashed: 'It is in the trash',
    elsewhereHint: 'If that is what you wanted, this address can go to the trash.',
    open: (title: string) => `Open “${title}”`,
    noFile: 'The page is not fetched yet: there is no file of it.',
    keep: 'Keep for later',
    keepOffline: 'This computer has no network now. Addresses that are kept can be fetched later.',
    keepOne: 'Keep for later',
    keepPage: (name: string) => `Keep for later: ${name}`,
    keeping: (count: number) => (count === 1 ? 'Keeping the address' : `Keeping ${plural(count, 'address', 'addresses')}`),
    kept: (kept: number, here: number, failed: number) =>
      [`${plural(kept, 'address', 'addresses')} kept, to be fetched later`, ...(here > 0 ? [`${formatNumber(here)} already here`] : []), ...(failed > 0 ? [`${formatNumber(failed)} not kept`] : [])].join(', '),
    keptOffline: 'This computer has no network now, so the address is kept, to be fetched later',
  },
  again: {
    versioned: 'The page has changed: the article has a new version. The one before is kept.',
    same: 'Nothing new: the page says what the article says.',
    other: (title: string) => `The page now holds another article, which was saved beside this one: “${title}”`,
    failed: (what: string) => `${what}. The article is as it was.`,
    many: (newer: number, same: number, other: number, failed: number) => {
      const parts = [
        ...(newer > 0 ? [`${formatNumber(newer)} with a new version`] : []),
        ...(same > 0 ? [`${formatNumber(same)} with nothing new`] : []),
        ...(other > 0 ? [`${formatNumber(other)} saved as ${other === 1 ? 'another article' : 'other articles'}`] : []),
        ...(failed > 0 ? [`${formatNumber(failed)} not fetched and left as ${failed === 1 ? 'it was' : 'they were'}`] : []),
      ];
      return `${pages(newer + same + other + failed)} fetched again: ${parts.join(', ')}`;
    },
  },

  settings: {
    heading: 'Saving pages',
    hosts: 'Hosts of your own network that may be fetched from',
    hostsHint: 'Carrel fetches nothing from this computer or from devices near it, but for the hosts in this list. Whatever is on the open web needs no place here.',
    noHosts: 'No host is allowed.',
    host: 'Host, such as intranet.example or 192.168.1.10:8080',
    add: 'Allow',
    remove: (host: string) => `Take ${host} off the list`,
    notAHost: 'That is no host. Write its name or number, and a port where it has one: intranet.example, 192.168.1.10:8080',
    isThere: (host: string) => `${host} is in the list already.`,
    full: (most: number) => `The list holds up to ${formatNumber(most)} hosts.`,
    requests: 'Requests that Carrel made',
    requestsHint: 'Everything that Carrel ever asked of the web for this library, and what it was for.',
  },

  requests: {
    heading: 'Requests that Carrel made',
    back: 'Settings',
    intro: 'Every request that was sent over the network for this library, or refused before it was sent. Reading and searching send none.',
    label: 'Requests',
    columns: { at: 'Time', url: 'Address', purpose: 'For', outcome: 'Answer', bytes: 'Size' },
    purposes,
    sentTo: (address: string) => `asked ${address}`,
    notSent: 'not sent',
    noAnswer: 'No answer yet',
    none: 'Carrel has asked nothing of the web',
    noneHint: 'As soon as you save a page by its address, every request for it is listed here.',
    search: 'Search the addresses',
    found: (count: number) => `${formatNumber(count)} found`,
    nothing: 'No address has that in it.',
    sum: (count: number, bytes: string) => `${plural(count, 'request', 'requests')}, ${bytes} received`,
    pages: 'Pages of the list',
    clear: 'Clear the list',
    clearTitle: 'Clear the list of requests?',
    clearAsk: 'What Carrel asked of the web until now is not named anywhere any more. The articles stay as they are.',
    keep: 'Keep the list',
    cleared: (count: number) => `${plural(count, 'request', 'requests')} forgotten`,
  },
} as const;

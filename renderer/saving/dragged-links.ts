import { addressToOpen } from '../reading/link-target.ts';
import { isOwnDrag } from './own-drag.ts';

/** What was dropped or pasted as far as pages may be named in it. */
export interface NamedIn {
  readonly text: string;
  /** The addresses that links in it lead to; the text need not show them. */
  readonly linked: readonly string[];
}

const LINK_TYPES = ['text/uri-list', 'text/x-moz-url'];
const TEXT_TYPES = ['text/html', 'text/plain'];

/** Whether a link or a text is held over the window that comes from elsewhere. What it says is only told when it is let go of. */
export function holdsLinks({ types }: DataTransfer): boolean {
  return !isOwnDrag() && [...LINK_TYPES, ...TEXT_TYPES].some((type) => types.includes(type));
}

/** What was dropped. A link alone is its address; its title and its picture are not meant. */
export function readDropped(transfer: DataTransfer): NamedIn {
  const links = [...linesOf(transfer.getData('text/uri-list')).filter((line) => !line.startsWith('#')), ...linesOf(transfer.getData('text/x-moz-url')).filter((_, index) => index % 2 === 0)];
  const addresses = webAddresses(links);
  return addresses.length > 0 ? { text: '', linked: addresses } : readPasted(transfer);
}

/** What the clipboard holds, as text. */
export function readPasted(transfer: DataTransfer): NamedIn {
  return { text: transfer.getData('text/plain'), linked: linksIn(transfer.getData('text/html')) };
}

function linksIn(html: string): string[] {
  if (!html.includes('<a') && !html.includes('<A')) return [];
  // Nothing runs or loads in a document that is only read.
  const page = new DOMParser().parseFromString(html, 'text/html');
  return webAddresses([...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''));
}

function webAddresses(found: readonly string[]): string[] {
  const addresses = found.map(addressToOpen).filter((address) => address !== null);
  // Links of this window lead nowhere outside of it.
  return [...new Set(addresses)].filter((address) => URL.parse(address)?.origin !== location.origin);
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

import { addressParser } from 'postal-mime';

const LONGEST_FIELD = 20_000;
const MOST = 100;

/** `Name <address>`, or the address or the name where the other is missing, for each of a field's mailboxes. Groups are opened. */
export function formatMailboxes(field: string): string[] {
  return addressParser(field.slice(0, LONGEST_FIELD), { flatten: true })
    .slice(0, MOST)
    .flatMap(({ name, address }) => {
      const shown = tidy(name);
      const at = tidy(address ?? '');
      if (shown === '' || shown === at) return at === '' ? [] : [at];
      return [at === '' ? shown : `${shown} <${at}>`];
    });
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^["']+|["']+$/g, '').trim();
}

import { decodeWords } from 'postal-mime';
import { LIMITS } from '../../base/limits.ts';
import type { PublishedDate } from '../article-draft.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import { readLanguage } from '../html/read-metadata.ts';
import { firstField } from '../mime/read-header-fields.ts';
import type { HeaderFields } from '../mime/read-header-fields.ts';
import { readMailDate } from '../mime/read-mail-date.ts';
import { formatMailboxes } from './format-mailboxes.ts';

/** What the header of a message says. */
export interface MessageFacts {
  readonly subject: string | undefined;
  /** The senders, parted by a comma. */
  readonly from: string | undefined;
  readonly date: PublishedDate | undefined;
  /** The date is the one at which a server took the message, because the message names none. */
  readonly isDateOfDelivery: boolean;
  readonly language: string | undefined;
  /** Where an archive of the list holds the message. */
  readonly url: string | undefined;
  /** What has no field of its own. */
  readonly extra: Readonly<Record<string, string | string[]>>;
}

const MOST_RECIPIENTS = 20;

export function readMessageFacts(fields: HeaderFields): MessageFacts {
  const date = readMailDate(firstField(fields, 'date') ?? '');
  const delivered = date === undefined ? dateOfDelivery(fields) : undefined;
  return {
    subject: wordsOf(fields, 'subject')?.slice(0, LIMITS.titleLength).toWellFormed(),
    from: joinWithin(mailboxesOf(fields, 'from').concat(fields.has('from') ? [] : mailboxesOf(fields, 'sender')), LIMITS.bylineLength),
    date: date ?? delivered,
    isDateOfDelivery: delivered !== undefined,
    language: readLanguage(firstField(fields, 'content-language')),
    url: cleanPageUrl(firstField(fields, 'archived-at')?.replace(/[<>\s]/g, '') ?? ''),
    extra: extraOf(fields),
  };
}

/** A field's words, decoded, on one line. */
export function wordsOf(fields: HeaderFields, name: string): string | undefined {
  const words = decodeWords(firstField(fields, name) ?? '').replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

function mailboxesOf(fields: HeaderFields, name: string): string[] {
  return (fields.get(name) ?? []).flatMap(formatMailboxes);
}

/** Whole names only, as many as there is room for. */
function joinWithin(names: readonly string[], length: number): string | undefined {
  const kept: string[] = [];
  for (const name of new Set(names)) if ([...kept, name].join(', ').length <= length) kept.push(name);
  return kept.length === 0 ? undefined : kept.join(', ');
}

function dateOfDelivery(fields: HeaderFields): PublishedDate | undefined {
  const stamped = (fields.get('received') ?? []).toReversed().map((field) => field.slice(field.lastIndexOf(';') + 1));
  return [...(fields.get('delivery-date') ?? []), ...stamped].map(readMailDate).find((date) => date !== undefined);
}

function extraOf(fields: HeaderFields): MessageFacts['extra'] {
  const extra: Record<string, string | string[]> = {};
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') extra[name] = value.slice(0, LIMITS.urlLength).toWellFormed();
  };
  for (const name of ['to', 'cc', 'reply-to']) {
    const mailboxes = mailboxesOf(fields, name).slice(0, MOST_RECIPIENTS);
    if (mailboxes.length > 0) extra[name === 'reply-to' ? 'replyTo' : name] = mailboxes;
  }
  add('messageId', bare(fields, 'message-id'));
  add('inReplyTo', bare(fields, 'in-reply-to'));
  add('listId', wordsOf(fields, 'list-id'));
  add('newsgroups', wordsOf(fields, 'newsgroups'));
  return extra;
}

/** The first `<id>` of a field, without its brackets. */
function bare(fields: HeaderFields, name: string): string | undefined {
  const field = firstField(fields, name)?.slice(0, LIMITS.urlLength);
  return field === undefined ? undefined : (/<([^<>]+)>/.exec(field)?.[1] ?? field).trim();
}

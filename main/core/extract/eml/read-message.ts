import { LibraryError } from '../../../contract/errors.ts';
import type { GivenFacts } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { guessLanguage } from '../guess-language.ts';
import { collectImages } from '../html/collect-images.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { guessTitle } from '../html/guess-title.ts';
import { treeToText } from '../html/html-to-text.ts';
import { refuseWithoutText } from '../html/refuse-without-text.ts';
import { sanitizeHtml } from '../html/sanitize-html.ts';
import type { SanitizedHtml } from '../html/sanitize-html.ts';
import { limitExtra } from '../limit-extra.ts';
import { firstField } from '../mime/read-header-fields.ts';
import { readMime } from '../mime/read-mime.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { resolveAddress } from '../mime/resolve-address.ts';
import { buildBody } from '../plain-text/build-body.ts';
import { calendarText } from './calendar-text.ts';
import { collectBlocks, listResources } from './collect-blocks.ts';
import type { Block } from './collect-blocks.ts';
import { decodeMailText } from './decode-mail-text.ts';
import { mailTextToHtml } from './mail-text-to-html.ts';
import { readMessageFacts } from './read-message-facts.ts';
import { renderBlocks } from './render-blocks.ts';

export interface MessageContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  readonly given?: GivenFacts | undefined;
}

const MOST_ATTACHMENTS = 100;
/** How sure a date is that a server stamped on a message that names none. */
const DATE_OF_DELIVERY = 0.7;

/**
 * A message (RFC 5322) to its article: the page in it or its text, messages inside of it as well. What is attached is named
 * in `extra.attachments`; a message that holds nothing else is an article of what it brings.
 *
 * Throws LibraryError: `no-text` for a message without a word, `too-deep`, `too-large`.
 */
export function readMessage(bytes: Uint8Array, { fileName, given }: MessageContext): ArticleDraft {
  const message = readMime(bytes);
  const facts = readMessageFacts(message.fields);
  const { blocks, attachments } = collectBlocks(message);
  const resources = indexResources(message);
  const images = collectImages(() => undefined, resources.load);
  const addressOf = (part: MimePart): string | undefined => (resources.wasShown(part) ? undefined : resources.addressOf(part));
  const shown = renderBlocks(blocks, { images, title: facts.subject ?? '', addressOf });
  const attached = attachments.filter((part) => !resources.wasShown(part)).map(describe);
  const isShown = holdsWords(shown);
  const { html, tree } = isShown ? shown : renderAttached(blocks, attachments, (part) => images.take([resources.addressOf(part)]), message);
  const text = treeToText(tree);
  refuseWithoutText(text);

  const inferred = facts.subject === undefined ? guessTitle(text, fileName) : undefined;
  const language = facts.language === undefined && isShown ? guessLanguage(text) : undefined;
  const missing = images.missing();
  return {
    title: facts.subject ?? inferred?.title ?? fileName,
    byline: facts.from ?? null,
    published: facts.date ?? null,
    site: null,
    url: facts.url ?? given?.url ?? null,
    language: facts.language ?? language?.language ?? null,
    html,
    text,
    related: [],
    guessed: {
      ...(inferred === undefined ? {} : { title: inferred.confidence }),
      ...(facts.isDateOfDelivery ? { published: DATE_OF_DELIVERY } : {}),
      ...(language === undefined ? {} : { language: language.confidence }),
    },
    extra: limitExtra({
      ...facts.extra,
      ...(attached.length === 0 ? {} : { attachments: attached.slice(0, MOST_ATTACHMENTS) }),
      ...(given?.savedAt === undefined ? {} : { savedAt: given.savedAt }),
      ...(missing.length === 0 ? {} : { missingImages: missing }),
    }),
    tags: [],
    images: images.images(),
    companions: [],
  };
}

interface Resources {
  readonly load: LoadEmbedded;
  /** Whether a page asked for it, or it was shown by itself. */
  readonly wasShown: (part: MimePart) => boolean;
  /** A name that `load` knows it by. */
  readonly addressOf: (part: MimePart) => string;
}

/** The parts of a message by the addresses that its pages use, and by one of our own. */
function indexResources(message: MimePart): Resources {
  const byAddress = new Map<string, MimePart>();
  const shown = new Set<MimePart>();
  const own = new Map<MimePart, string>();
  for (const part of listResources(message)) {
    const location = firstField(part.fields, 'content-location');
    if (part.contentId !== undefined) byAddress.set(`cid:${part.contentId}`, part);
    if (location !== undefined) byAddress.set(resolveAddress(location, undefined), part);
  }
  return {
    load: (address) => {
      const part = byAddress.get(resolveAddress(address, undefined));
      if (part !== undefined) shown.add(part);
      return part?.content();
    },
    wasShown: (part) => shown.has(part),
    addressOf: (part) => {
      const address = own.get(part) ?? `carrel-part:${own.size}`;
      own.set(part, address);
      byAddress.set(address, part);
      return address;
    },
  };
}

function holdsWords({ tree }: SanitizedHtml): boolean {
  return /[\p{L}\p{N}]/u.test(treeToText(tree));
}

/**
 * For a message that shows no words: what an invitation in it says, else its pictures and the names of what it brings.
 * Throws LibraryError `no-text` where it brings nothing.
 */
function renderAttached(blocks: readonly Block[], attachments: readonly MimePart[], take: (part: MimePart) => string | undefined, message: MimePart): SanitizedHtml {
  if (message.type === 'multipart/encrypted') throw new LibraryError('no-text', 'This message is encrypted. Decrypt it in your mail program, and import it then.');
  const calendars = attachments.filter(({ type }) => type === 'text/calendar').map((part) => calendarText(decodeMailText(part) ?? ''));
  const invitation = calendars.find((text) => text !== '');
  if (invitation !== undefined) return sanitizeHtml(mailTextToHtml(invitation));
  if (attachments.length === 0 && blocks.length === 0) throw new LibraryError('no-text', 'This message holds no text and no attachments.');
  const named = attachments.slice(0, MOST_ATTACHMENTS).map((part) => {
    const picture = part.type.startsWith('image/') ? take(part) : undefined;
    const image = picture === undefined ? '' : `<img src="${picture}" alt="">`;
    return `<figure>${image}<figcaption>${buildBody([{ lines: [describe(part).name], afterGap: false }]).html}</figcaption></figure>`;
  });
  return sanitizeHtml(named.join('\n'));
}

function describe(part: MimePart): { name: string; type: string; size: number } {
  const name = part.fileName?.replace(/[\p{Cc}]+/gu, ' ').trim() ?? '';
  return { name: name === '' ? part.type : name.slice(0, 255).toWellFormed(), type: part.type, size: part.content().length };
}

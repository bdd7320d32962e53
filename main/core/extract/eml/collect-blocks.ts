import { firstField } from '../mime/read-header-fields.ts';
import type { HeaderFields } from '../mime/read-header-fields.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { chooseAlternative } from './choose-alternative.ts';
import { decodeMailText } from './decode-mail-text.ts';
import { prepareMailHtml } from './prepare-mail-html.ts';
import type { MailHtml } from './prepare-mail-html.ts';
import { roughText } from './rough-text.ts';

/** A piece of what a message shows, in the order in which it shows it. */
export type Block =
  | { readonly kind: 'html'; readonly page: MailHtml }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly part: MimePart }
  /** A message inside of it. */
  | { readonly kind: 'message'; readonly fields: HeaderFields; readonly blocks: readonly Block[] };

export interface MessageContent {
  readonly blocks: readonly Block[];
  /** Parts that are not shown. */
  readonly attachments: readonly MimePart[];
}

const PICTURE = /^image\/(?:png|jpe?g|pjpeg|gif|webp|avif)$/;
/** Texts that are data rather than words. */
const DATA_TEXT = /^text\/(?:calendar|x?-?v-?card|x-vcard|directory|css|csv|tab-separated-values|xml|rtf|javascript|x-amp-html|watch-html|x-watch-html)$/;
/** Pages for some programs only, beside the page for all. */
const OTHER_PAGE = /^text\/(?:x-amp-html|watch-html|x-watch-html)$/;

/** Sorts the parts of a message into what it shows and what is attached to it. */
export function collectBlocks(message: MimePart): MessageContent {
  if (message.type.startsWith('multipart/')) return collectMultipart(message);
  if (message.type === 'message/rfc822' || message.type === 'message/global') {
    const inner = message.parts[0];
    if (inner === undefined) return { blocks: [], attachments: [] };
    const { blocks, attachments } = collectBlocks(inner);
    return { blocks: [{ kind: 'message', fields: inner.fields, blocks }], attachments };
  }
  return collectLeaf(message);
}

function collectMultipart(message: MimePart): MessageContent {
  if (message.type === 'multipart/alternative') return collectAlternative(message.parts);
  if (message.type === 'multipart/related') return collectRelated(message);
  return join(message.parts.map(collectBlocks));
}

function collectLeaf(part: MimePart): MessageContent {
  const attached: MessageContent = { blocks: [], attachments: [part] };
  if (part.disposition === 'attachment') return attached;
  if (PICTURE.test(part.type)) return { blocks: [{ kind: 'image', part }], attachments: [part] };
  const isWords = (part.type.startsWith('text/') && !DATA_TEXT.test(part.type)) || part.type === 'application/xhtml+xml' || part.type === 'message/delivery-status';
  const text = isWords ? decodeMailText(part) : undefined;
  if (text === undefined) return attached;
  if (text.trim() === '') return { blocks: [], attachments: [] };
  if (!part.type.includes('html')) return { blocks: [{ kind: 'text', text }], attachments: [] };
  const page = prepareMailHtml(text);
  const isShown = page !== undefined && (/[\p{L}\p{N}]/u.test(page.text) || page.sources.length > 0);
  return { blocks: [isShown ? { kind: 'html', page } : { kind: 'text', text: roughText(text) }], attachments: [] };
}

/** The first part, or the one that the header names, is shown; the others are there for it. */
function collectRelated(message: MimePart): MessageContent {
  const start = message.params.get('start')?.replace(/^\s*<?|>?\s*$/g, '');
  const root = message.parts.find(({ contentId }) => contentId !== undefined && contentId === start) ?? message.parts[0];
  return join(message.parts.filter((part) => part === root || !OTHER_PAGE.test(part.type)).map(collectBlocks));
}

/** The same message several times: the best is taken, and what is attached to any of them. */
function collectAlternative(parts: readonly MimePart[]): MessageContent {
  const all = parts.filter(({ type }) => !OTHER_PAGE.test(type)).map(collectBlocks);
  const attachments = all.flatMap((content) => content.attachments);
  const rich = all.findLast(({ blocks }) => blocks.some(({ kind }) => kind === 'html'));
  const plain = all.find(({ blocks }) => blocks.length > 0 && blocks.every(({ kind }) => kind === 'text'));
  const chosen = rich === undefined || plain === undefined ? (rich ?? plain ?? all.find(({ blocks }) => blocks.length > 0)) : undefined;
  if (rich === undefined || plain === undefined) return { blocks: chosen?.blocks ?? [], attachments };
  const isBare = rich.blocks.every((block) => block.kind === 'html' && block.page.isBare);
  const choice = chooseAlternative({ html: textOf(rich.blocks), text: textOf(plain.blocks), isBare });
  const blocks = choice === 'both' ? [...plain.blocks, ...rich.blocks] : choice === 'html' ? rich.blocks : plain.blocks;
  return { blocks, attachments };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'html' ? block.page.text : block.kind === 'text' ? block.text : '')).join('\n');
}

function join(contents: readonly MessageContent[]): MessageContent {
  return { blocks: contents.flatMap(({ blocks }) => blocks), attachments: contents.flatMap(({ attachments }) => attachments) };
}

/** Every part below that pages may name, by Content-ID and by location. */
export function listResources(part: MimePart): MimePart[] {
  const isNamed = part.contentId !== undefined || firstField(part.fields, 'content-location') !== undefined;
  return [...(isNamed && part.parts.length === 0 ? [part] : []), ...part.parts.flatMap(listResources)];
}

import { dropTitleHeading } from '../html/drop-title-heading.ts';
import type { ImageCollector } from '../html/collect-images.ts';
import { sourcesOf } from '../html/prepare-content.ts';
import { sanitizeHtml, sanitizeTree } from '../html/sanitize-html.ts';
import type { SanitizedHtml } from '../html/sanitize-html.ts';
import { buildBody } from '../plain-text/build-body.ts';
import type { HeaderFields } from '../mime/read-header-fields.ts';
import { firstField } from '../mime/read-header-fields.ts';
import type { MimePart } from '../mime/read-mime.ts';
import type { Block } from './collect-blocks.ts';
import { formatMailboxes } from './format-mailboxes.ts';
import { mailTextToHtml } from './mail-text-to-html.ts';
import { wordsOf } from './read-message-facts.ts';

export interface Rendering {
  readonly images: ImageCollector;
  /** A heading that only repeats it is left out. */
  readonly title: string;
  /** How a picture of the message is named for `images`: undefined where a page shows it already. */
  readonly addressOf: (part: MimePart) => string | undefined;
}

/** What a message shows as one piece of sanitized markup. */
export function renderBlocks(blocks: readonly Block[], rendering: Rendering): SanitizedHtml {
  // Pages first: a picture that one of them shows is not shown again.
  const pages = new Map<Block, SanitizedHtml>();
  renderPages(blocks, rendering, pages);
  const pieces = renderAll(blocks, rendering, pages).filter((piece) => piece !== '');
  const [page] = pages.values();
  // Most messages are one page, which need not be sanitized twice.
  return page !== undefined && pieces.length === 1 && pieces[0] === page.html ? page : sanitizeHtml(pieces.join('\n'));
}

function renderPages(blocks: readonly Block[], rendering: Rendering, pages: Map<Block, SanitizedHtml>): void {
  const { images, title } = rendering;
  for (const block of blocks) {
    if (block.kind === 'message') renderPages(block.blocks, rendering, pages);
    if (block.kind !== 'html') continue;
    const { root, sources } = block.page;
    pages.set(block, sanitizeTree(dropTitleHeading(root, title), { localImage: (src) => images.take(sourcesOf(src, { sources })) }));
  }
}

function renderAll(blocks: readonly Block[], rendering: Rendering, pages: ReadonlyMap<Block, SanitizedHtml>): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'html':
        return [pages.get(block)?.html ?? ''];
      case 'text':
        return [mailTextToHtml(block.text)];
      case 'image':
        return [renderImage(block.part, rendering)];
      case 'message':
        return ['<hr>', renderHeader(block.fields), ...renderAll(block.blocks, rendering, pages)];
    }
  });
}

function renderImage(part: MimePart, { images, addressOf }: Rendering): string {
  const address = addressOf(part);
  const local = address === undefined ? undefined : images.take([address]);
  return local === undefined ? '' : `<figure><img src="${local}" alt="${(part.fileName ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></figure>`;
}

/** What a message inside of another says of itself. */
function renderHeader(fields: HeaderFields): string {
  const lines = [
    ['From', formatMailboxes(firstField(fields, 'from') ?? '').join(', ')],
    ['Date', firstField(fields, 'date') ?? ''],
    ['Subject', wordsOf(fields, 'subject') ?? ''],
  ].flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return lines.length === 0 ? '' : buildBody([{ lines, afterGap: false }]).html;
}

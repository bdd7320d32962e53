import type { Paragraph } from './split-paragraphs.ts';

export interface Body {
  /** One `<p>` a paragraph; the lines of verse and lists parted by `<br>`. Safe: nothing of the text is markup. */
  readonly html: string;
  /** Paragraphs parted by one empty line. */
  readonly text: string;
}

export function buildBody(paragraphs: readonly Paragraph[]): Body {
  return {
    html: paragraphs.map(({ lines }) => `<p>${lines.map(escapeHtml).join('<br>')}</p>`).join('\n'),
    text: paragraphs.map(({ lines }) => lines.join('\n')).join('\n\n'),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { makeZip, type FileToZip } from '../zip/make-zip.ts';

const NAMESPACES = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg', 'xlink', 'meta', 'dc'].map((prefix) => `xmlns:${prefix}="urn:${prefix}"`).join(' ');

export interface OdtToMake {
  /** What stands in `office:text`. */
  readonly body: string;
  /** What stands in `office:automatic-styles`. */
  readonly styles?: string;
  /** What stands in `office:meta`. */
  readonly meta?: string;
  readonly manifest?: string;
  readonly more?: readonly FileToZip[];
}

/** For tests: the `content.xml` of a text document. */
export function odtContent(body: string, styles = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** For tests: a small text document. */
export function makeOdt({ body, styles, meta, manifest = '', more = [] }: OdtToMake): Buffer {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', store: true },
    { name: 'content.xml', content: odtContent(body, styles) },
    ...(meta === undefined ? [] : [{ name: 'meta.xml', content: `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>` }]),
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest>${manifest}</manifest:manifest>` },
    ...more,
  ]);
}

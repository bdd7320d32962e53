import { ARTICLE_STYLESHEET_PATH } from '../../contract/reading.ts';
import type { Article } from '../../contract/articles.ts';

/**
 * What the article's response says of itself. `sandbox` again, so that the document stays locked even where the
 * frame's attribute was lost.
 */
export const ARTICLE_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin";

/** Languages written from right to left; `dir=auto` would ask the first letter only, which may be a Latin name. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A whole HTML document around an article's sanitized body. The title stands in the window, not here. */
export function articleDocument(article: Article, html: string): string {
  const language = article.language ?? '';
  const direction = RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'auto';
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(article.title)}</title>
<link rel="stylesheet" href="${ARTICLE_STYLESHEET_PATH}">
</head>
<body>
<article>${html}</article>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

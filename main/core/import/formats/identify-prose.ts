import type { FormatName } from './format-labels.ts';

const TAG = /<\/?(?:html|head|body|title|meta|link|p|div|span|h[1-6]|a|ul|ol|li|table|tr|td|br|hr|img|b|i|em|strong|article|section|main|nav|header|footer|aside|figure|blockquote|pre|code|script|style|form|iframe|font|center)(?:\s[^<>]{0,2000})?\/?>/gi;
const PAGE_START = /^(?:<!doctype\s+html|<html[\s>])/im;

/** A web page, Markdown or plain text: what is left when nothing else fits. Content decides, the name helps. */
export function identifyProse(head: string, extension: string): FormatName {
  if (extension === 'css') return 'css';
  if (/^(?:js|mjs|cjs)$/.test(extension)) return 'javascript';
  if (/^(?:md|markdown|mdown|mkd|mdwn)$/.test(extension) && !/^\s*<(?:!doctype\s+html|html[\s>])/i.test(head)) return 'markdown';
  const markup = identifyMarkup(head, extension);
  if (markup !== undefined) return markup;
  return isMarkdown(head) ? 'markdown' : 'text';
}

function identifyMarkup(head: string, extension: string): FormatName | undefined {
  const isNamedHtml = /^(?:html?|xhtml?|xht|shtml)$/.test(extension);
  const tags = head.match(TAG)?.length ?? 0;
  const startsWithTag = /^\s*<[!?a-z/]/i.test(head);
  const isPage = (isNamedHtml && (tags > 0 || /<[!/?a-z][^<>]{0,500}|<!--/i.test(head))) || PAGE_START.test(head.slice(0, 2_048)) || (startsWithTag && (tags >= 2 || /<html[\s>]/i.test(head.slice(0, 4_096))));
  if (!isPage) return undefined;
  return identifyExport(head) ?? 'html';
}

/** Exports that are written as a page. */
function identifyExport(head: string): FormatName | undefined {
  if (/<!DOCTYPE\s+NETSCAPE-Bookmark-file/i.test(head)) return 'netscape-bookmarks';
  if (/\stime_added="\d+"/.test(head) && /<h1>(?:Unread|Read Archive)<\/h1>|<title>Pocket Export/i.test(head)) return 'pocket-html';
  if ((head.match(/<dt>\s*<a\s[^>]{0,400}href=/gi)?.length ?? 0) >= 1 && /<dl>/i.test(head) && /\badd_date=/i.test(head)) return 'netscape-bookmarks';
  return /class="article [a-z]{2}Article"/.test(head) ? 'factiva' : undefined;
}

/** Clearly Markdown: a front matter block, or several kinds of marks that prose does not have together. */
function isMarkdown(head: string): boolean {
  if (/^---\n(?:[\w-]+:(?:[ \t].*)?\n|[ \t-].*\n){1,60}?(?:---|\.\.\.)(?:\n|$)/.test(head)) return true;
  if (/^\+\+\+[ \t]*\n[\w-]+ *= [^]{1,20000}?\n\+\+\+[ \t]*(?:\n|$)/.test(head)) return true;
  const headings = head.match(/^#{1,6} \S.{0,200}$/gm)?.length ?? 0;
  const kinds = [
    headings >= 1,
    /(?<!!)\[[^\]\n]{1,200}\]\([^\s()]{4,500}\)/.test(head),
    /^(?:```|~~~)/m.test(head),
    /\*\*[^*\n]{1,200}\*\*/.test(head),
    /!\[[^\]\n]{0,200}\]\([^\s()]{1,500}\)/.test(head),
    /^> \S/m.test(head),
    /^(?:[-*+] \S.*\n){2}/m.test(head),
  ];
  return kinds.filter(Boolean).length >= (headings >= 2 ? 2 : 3);
}

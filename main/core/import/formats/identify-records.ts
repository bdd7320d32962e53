import { PARTING_LINE } from '../containers/mbox.ts';
import type { FormatName } from './format-labels.ts';

const MAIL_PROOF = /^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|DKIM-Signature|X-Mailer):/im;
const MAIL_HEADER = /^(?:From|To|Subject|Date|Content-Type|Content-Transfer-Encoding|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Reply-To|Newsgroups|Organization|X-[\w-]+): /i;

/** Text formats made of marked lines: mail, web captures, references, downloads of news databases. */
export function identifyRecords(head: string, extension: string): FormatName | undefined {
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  return identifyMail(head, extension) ?? identifyReferences(head, extension) ?? identifyDatabase(head);
}

/** A message, a box of them, or a page that was saved in the form of one. */
export function identifyMail(head: string, extension: string): FormatName | undefined {
  const trimmed = head.trimStart();
  if (PARTING_LINE.test(trimmed.slice(0, 1_000).split('\n', 1)[0] ?? '')) return extension === 'eml' ? 'eml' : 'mbox';
  const headers = trimmed.split('\n\n', 1)[0]?.slice(0, 16_000) ?? '';
  if (!/^[A-Za-z][\w-]*:[ \t\n]/.test(headers)) return undefined;
  const known = headers.split('\n').filter((line) => MAIL_HEADER.test(line)).length;
  const isMail = MAIL_PROOF.test(headers) ? known >= 1 : known >= 2 && /^From:.*@/im.test(headers);
  if (!isMail && !(known >= 1 && /^(?:eml|mht|mhtml)$/.test(extension))) return undefined;
  return isSavedPage(headers, extension) ? 'mhtml' : 'eml';
}

/** Browsers write pages in the form of mail. What was sent has a receiver, or servers have left their marks on it. */
function isSavedPage(headers: string, extension: string): boolean {
  if (/^Snapshot-Content-Location:|^From:[ \t]*["<]?Saved by /im.test(headers) || /^mht(?:ml)?$/.test(extension)) return true;
  return extension !== 'eml' && /^Content-Type:\s*multipart\/related/im.test(headers) && !/^(?:To|Cc|Bcc|Received|Return-Path|Delivered-To|Newsgroups|Message-ID):/im.test(headers);
}

function identifyReferences(head: string, extension: string): FormatName | undefined {
  if (/^\s*TY {1,2}- ?\w/.test(head) || (extension === 'ris' && /^[A-Z][A-Z0-9] {1,2}- /m.test(head))) return 'ris';
  if (/^(?:bib|biblatex|bibtex)$/.test(extension)) return 'bibtex';
  return /^@(?:article|book|inproceedings|incollection|misc|online|techreport|phdthesis|string|comment|newspaper)\s*[{(]/im.test(head) && /^\s*[@%]/.test(head) ? 'bibtex' : undefined;
}

function identifyDatabase(head: string): FormatName | undefined {
  if (/^[ \t]*(?:\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+)[ \t]*$/m.test(head)) return 'nexis';
  if (/^End of Document[ \t]*$/m.test(head) && /^Load-Date:/m.test(head)) return 'nexis';
  if (/ProQuest (?:document|Dokument)/i.test(head) && /^(?:_{40,}|\*{40,})$/m.test(head)) return 'proquest';
  const isFactiva = /^(?:Document|Dokument) [A-Z0-9]{4,}[a-z0-9]{10,}[ \t]*$/m.test(head) && /^\d[\d,. ]* (?:words|Wörter|mots)[ \t]*$/m.test(head);
  return isFactiva ? 'factiva' : undefined;
}

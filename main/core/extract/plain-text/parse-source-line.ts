import { cleanNames, parseByline } from './parse-byline.ts';
import type { DateHints, ParsedDate } from './parse-date.ts';
import { holdsYear, parseDate } from './parse-date.ts';
import { parseLabel } from './parse-label.ts';

/** What a line near the top of an article says about it. */
export interface SourceLine {
  readonly byline?: string;
  readonly published?: ParsedDate;
  readonly site?: string;
  /** The authors stand without a word such as "By", so they are inferred. */
  readonly isBylineGuessed?: boolean;
  /** The date is that of the last change. */
  readonly isUpdate?: boolean;
}

const LONGEST = 200;
const SEPARATOR = /\s*[|·•｜]\s*|\s+[–—-]\s+|\s+(?=(?:来源|來源|出典|출처|作者|记者|記者|责任编辑|編集)\s*[:：])/;
const UPDATE = /\(?\b(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt)\b|обновлено/iu;

/**
 * Authors, date or both, if a line holds these and nothing that reads as a sentence. `By Jane Doe | 24 Sept 2025 | The Paper`,
 * `Mittwoch, 24. September 2025`, `Par Élodie Petit, le 3 mai 2019`.
 */
export function parseSourceLine(line: string, hints: DateHints, isBelowHeadline: boolean): SourceLine | undefined {
  if (line.length > LONGEST) return undefined;
  return parseDatePart(line, hints) ?? parseParts(line, hints) ?? parseNamesThenDate(line, hints) ?? parseNames(line, isBelowHeadline);
}

function parseNames(line: string, isBelowHeadline: boolean): SourceLine | undefined {
  const stated = parseByline(line);
  if (stated !== undefined) return { byline: stated };
  const guessed = isBelowHeadline ? parseByline(line, true) : undefined;
  return guessed === undefined ? undefined : { byline: guessed, isBylineGuessed: true };
}

function parseDatePart(text: string, hints: DateHints): SourceLine | undefined {
  if (!holdsYear(text)) return undefined;
  const update = UPDATE.exec(text);
  const before = update === null ? text : text.slice(0, update.index);
  const published = parseDate(before.replace(/[\s,;|(–—-]+$/, ''), hints);
  if (published !== undefined) return { published };
  if (update === null || update.index > 0) return undefined;
  const changed = parseDate(text.slice(update[0].length).replace(/^[\s:]+/, ''), hints);
  return changed === undefined ? undefined : { published: changed, isUpdate: true };
}

/** Parts with bars, dots or dashes between: one must be a date or a marked byline, and none may be long. */
function parseParts(line: string, hints: DateHints): SourceLine | undefined {
  const parts = line.split(SEPARATOR).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 6) return undefined;
  let known = 0;
  let found: SourceLine = {};
  for (const part of parts) {
    const date = found.published === undefined ? parseDatePart(part, hints) : undefined;
    const byline = found.byline === undefined ? parseByline(part) : undefined;
    if (date !== undefined) found = { ...found, ...date };
    else if (byline !== undefined) found = { ...found, byline };
    else if (parseLabel(part)?.field === 'site') found = { ...found, site: parseLabel(part)?.value ?? '' };
    else if (part.length > 45 || /[.!?]$/.test(part)) return undefined;
    if (date !== undefined || byline !== undefined) known += 1;
  }
  return known === 0 ? undefined : found;
}

/** `By Jane Doe, Sept. 24, 2025`, `Jane Doe, 24 September 2025`, `LISBON, 24 September 2025`. */
function parseNamesThenDate(line: string, hints: DateHints): SourceLine | undefined {
  if (!holdsYear(line)) return undefined;
  for (const { index } of line.matchAll(/,\s|\s\(|\s(?=\d{4}-\d\d|\d{4}年)/g)) {
    const names = line.slice(0, index);
    const date = parseDatePart(line.slice(index + 1).replace(/^[\s(]+|\)$/g, ''), hints);
    if (date === undefined) continue;
    const byline = parseByline(names);
    if (byline !== undefined) return { ...date, byline };
    if (/^(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}$/u.test(names)) return /\p{Ll}\s+\p{Lu}/u.test(names) ? { ...date, byline: cleanNames(names), isBylineGuessed: true } : date;
  }
  return undefined;
}

import { LIMITS } from '../../base/limits.ts';

/** What programs write where a title belongs: the name of the file, of the template, or that there is none. */
const NO_TITLE =
  /^(?:microsoft (?:office )?word - .*|untitled.*|unbenannt.*|sans titre.*|no title|title|titel|document\s*\d*|dokument\s*\d*|documento\s*\d*|new document|normal(?:\.dotm?)?|powerpoint presentation|slide 1|\S+\.(?:docx?|dotx?|odt|ott|rtf|wpd|pages|txt|html?|pdf|indd))$/i;

/** A stated title that says something, on one line; undefined for what a program filled in by itself. */
export function cleanDocumentTitle(stated: string | undefined): string | undefined {
  const title = (stated ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (title === '' || NO_TITLE.test(title) || !/[\p{L}\p{N}]/u.test(title)) return undefined;
  return title.slice(0, LIMITS.titleLength).toWellFormed();
}

import { parseCheckedHtml } from './parse-html.ts';
import { textOf } from './walk-tree.ts';

/** Pages escape twice: `&amp;amp;` in an attribute, `&#8217;` in JSON. Text without such a reference is returned as it is. */
export function decodeReferences(text: string): string {
  if (!/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i.test(text)) return text;
  return textOf(parseCheckedHtml(text.replaceAll('<', '&lt;'), { fragment: true }));
}

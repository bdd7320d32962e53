const SIGNATURE = '-- ';
const QUOTES = /^(>*)( ?)(.*)$/s;

/**
 * A text whose long lines were broken with a space at each break (RFC 3676, format=flowed), as it was written. Lines of
 * different depth of quotation are never joined. `dropSpace`: the space at the break was put there, too (DelSp).
 */
export function unflowText(text: string, dropSpace: boolean): string {
  const lines: string[] = [];
  let open: { quotes: string; parts: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) lines.push(`${open.quotes}${open.quotes === '' ? '' : ' '}${open.parts.join('')}`);
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const [, quotes = '', , content = ''] = QUOTES.exec(line) ?? [];
    if (open !== undefined && (open.quotes !== quotes || content === SIGNATURE)) close();
    const isOpen = content.endsWith(' ') && content !== SIGNATURE;
    open ??= { quotes, parts: [] };
    open.parts.push(isOpen && dropSpace ? content.slice(0, -1) : content);
    if (!isOpen) close();
  }
  close();
  return lines.join('\n');
}

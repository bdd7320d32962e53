/** Where a field of an RTF document leads: an address, or `#place` in the document itself; undefined for other fields. */
export function readField(instruction: string): string | undefined {
  const match = /^\s*HYPERLINK\b(.{0,5000})$/is.exec(instruction);
  if (match === null) return undefined;
  const rest = match[1] ?? '';
  const place = /\\l\s*(?:"([^"]*)"|([^\s"\\]+))/i.exec(rest);
  const address = /(?:^|\s)(?:"([^"]+)"|([^\s"\\]+))/.exec(rest.replace(/\\[a-z]\s*(?:"[^"]*")?/gi, ' '));
  const href = (address?.[1] ?? address?.[2] ?? '').replaceAll('\\\\', '\\').trim();
  const fragment = place?.[1] ?? place?.[2];
  if (href === '') return fragment === undefined ? undefined : `#${fragment}`;
  return fragment === undefined ? href : `${href}#${fragment}`;
}

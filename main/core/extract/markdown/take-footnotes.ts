/** A Markdown text and the notes that stood in it. */
export interface WithoutFootnotes {
  readonly body: string;
  /** By the name that `[^name]` refers to, in the order of the text. */
  readonly notes: ReadonlyMap<string, string>;
}

const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const INDENTED = /^(?: {2,4}|\t)/;

/** Takes definitions of footnotes (`[^name]: words`, with what is indented below) out of a text. Code is left alone. */
export function takeFootnotes(markdown: string): WithoutFootnotes {
  const notes = new Map<string, string[]>();
  if (!markdown.includes(']:')) return { body: markdown, notes: new Map() };
  const body: string[] = [];
  let fence: string | undefined;
  let open: string[] | undefined;
  let afterGap = false;
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    const definition = fence === undefined ? DEFINITION.exec(line) : null;
    if (definition !== null) {
      open = notes.get(definition[1] ?? '') ?? [];
      open.push(definition[2] ?? '');
      notes.set(definition[1] ?? '', open);
    } else if (open !== undefined && line.trim() === '') open.push('');
    else if (open !== undefined && (INDENTED.test(line) || (!afterGap && mark === undefined))) open.push(line.replace(INDENTED, ''));
    else {
      open = undefined;
      if (fence === undefined) fence = mark?.slice(0, 3);
      else if (mark?.startsWith(fence) === true) fence = undefined;
      body.push(line);
    }
    afterGap = line.trim() === '';
  }
  return { body: body.join('\n'), notes: new Map([...notes].map(([name, lines]) => [name, lines.join('\n').trim()])) };
}

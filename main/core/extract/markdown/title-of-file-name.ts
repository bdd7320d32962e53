export interface TitleOfFileName {
  readonly title: string;
  readonly confidence: number;
}

const ENDING = /\.[a-z0-9]{1,8}$/i;
const DATED = /^\d{4}-\d{2}-\d{2}[-_ ]+/;
/** Programs that keep notes name the file as the note is called; sites name it as it stands in the address. */
const NOTE = 0.6;
const SLUG = 0.5;

/**
 * The title that a file's name is: `Ferry leaves late.md`, `2025-09-24-ferry-leaves-late.md`. Undefined for a name of one word
 * or of numbers, which says less than the text does.
 */
export function titleOfFileName(fileName: string): TitleOfFileName | undefined {
  const bare = fileName.replace(ENDING, '');
  const name = bare.replace(DATED, '').trim();
  const isNote = name.includes(' ') && !name.includes('_');
  const isSlug = DATED.test(bare) && /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$/u.test(name);
  if ((!isNote && !isSlug) || !/\p{L}{2}/u.test(name) || /^\d[\d\s.:-]*$/.test(name)) return undefined;
  const words = isSlug ? name.replaceAll('-', ' ') : name.replace(/\s+/g, ' ');
  return { title: isSlug ? words.charAt(0).toUpperCase() + words.slice(1) : words, confidence: isSlug ? SLUG : NOTE };
}

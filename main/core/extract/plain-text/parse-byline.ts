/** A name's word: capitalised, an initial, all capitals, or a particle between names. */
const CAPITALISED = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.\-]*)`;
const PARTICLE = String.raw`(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|bin|ibn|al|el|ten|ter|zu|y)`;
const NAME = String.raw`(?:${PARTICLE} ){0,3}${CAPITALISED}(?: (?:${PARTICLE} ){0,2}${CAPITALISED}){0,4}`;
const JOINED = String.raw`(?:, | and | & | und | et | y | e | en | и | with | mit | avec | con | com | met )`;
const NAMES = String.raw`${NAME}(?:${JOINED}${NAME}){0,5}`;
/** After the names: a role, a paper, a place. */
const REST = String.raw`(?:\s*(?:[,|•·/—–(]| - | in | en | à | aus | for | für )\s*.{1,80})?`;
const BY = String.raw`(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|A cura di|Door|DOOR|Words by|Text by|Reporting by|Written by|Reported by|Автор|Текст)`;

const BYLINE = new RegExp(String.raw`^(?:${BY})(?::\s*|\s+)(${NAMES})${REST}\.?$`, 'u');
/** In small letters only right below a headline: `di Marco Rossi`. */
const SMALL_BYLINE = new RegExp(String.raw`^(?:by|von|par|por|di|door)\s+(${NAMES})$`, 'u');
const FULL_NAME = String.raw`${CAPITALISED}(?: (?:${PARTICLE} ){0,2}${CAPITALISED}){1,3}`;
const NAME_AND_PAPER = new RegExp(String.raw`^(${FULL_NAME}(?:${JOINED}${FULL_NAME}){0,3})\s*[|•·]\s*\S.{1,60}$`, 'u');
const ROLE = String.raw`(?:[Ss]taff (?:[Ww]riter|[Rr]eporter)|(?:[A-Z]\w+ )?[Cc]orrespondent|(?:[A-Z]\w+ )?[Ee]ditor|[Rr]eporter|[Cc]olumnist|Korrespondent(?:in)?|Redakt\w+|correspond[ae]nt\w*|corresponsal|correspondente|redacteur|корреспондент)`;
const NAME_AND_ROLE = new RegExp(String.raw`^(${FULL_NAME}(?:${JOINED}${FULL_NAME}){0,3}),? ${ROLE}(?![\p{L}]).{0,60}$`, 'u');
const ONLY_ROLE = new RegExp(String.raw`^${ROLE}`, 'u');
const CHINESE = /^(?:作者|记者|記者|本报记者|撰文|文)\s*[:：丨|/·\s]\s*([\p{L}·、,，\s]{2,24}?)(?:\s*(?:报道|報道|報導))?$/u;
const KOREAN = /^([가-힣]{2,4}(?:[·,]\s*[가-힣]{2,4})*)\s*(?:선임|수습)?기자(?:\s.{0,60})?$/u;
const JAPANESE = /^(?:文|取材・文|著者|執筆)\s*[=＝:：/]\s*([\p{L}・\s]{2,24})$/u;

/** Words that begin a sentence after "By" or "Di" and never a name. */
const NOT_A_NAME = /^(?:the|a|an|this|that|these|those|all|now|then|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|der|die|das|den|dem|le|les|la|el|los|las|lo|gli|il|o|os|as|um|uma)$/iu;

/**
 * The authors that a line names and nothing else: `By Jane Doe and John Roe, Staff Writer` gives `Jane Doe and John Roe`. Names in
 * capitals throughout are set in small letters. Undefined for prose, however it begins.
 *
 * @param isBelowHeadline allows forms without a word such as "By", which are only safe right below a headline
 */
export function parseByline(line: string, isBelowHeadline = false): string | undefined {
  if (line.length > 200) return undefined;
  const marked = (BYLINE.exec(line) ?? CHINESE.exec(line) ?? KOREAN.exec(line) ?? JAPANESE.exec(line))?.[1];
  const bare = isBelowHeadline ? (SMALL_BYLINE.exec(line) ?? NAME_AND_PAPER.exec(line) ?? NAME_AND_ROLE.exec(line))?.[1] : undefined;
  const names = (marked ?? bare)?.trim().replace(/\s+/g, ' ');
  if (names === undefined || NOT_A_NAME.test(names.split(' ')[0] ?? '')) return undefined;
  return cleanNames(withoutRole(names));
}

/** Without what follows the last name: `Staff Writer`, `Reuters`. */
function withoutRole(names: string): string {
  const parts = names.split(', ');
  while (parts.length > 1 && (ONLY_ROLE.test(parts.at(-1) ?? '') || !(parts.at(-1) ?? '').includes(' '))) parts.pop();
  return parts.join(', ');
}

const ROLE_LINE = /^(?:\p{Lu}[\p{L}.-]+ ){0,3}(?:Writer|Reporter|Correspondent|Editor|Columnist|Contributor|WRITER|REPORTER|CORRESPONDENT|EDITOR|COLUMNIST)s?$/u;

/** Whether a line is an author's role and nothing else: `Staff Writer`, `Political Editor`. */
export function isRoleLine(line: string): boolean {
  return ROLE_LINE.test(line);
}

const BARE_NAME = new RegExp(String.raw`^${FULL_NAME}(?:${JOINED}${FULL_NAME}){0,3}$`, 'u');

/** Whether a line is one or more names and nothing else. Headings look the same: only what stands around can tell. */
export function mayBeNames(line: string): boolean {
  return line.length <= 80 && BARE_NAME.test(line) && line !== line.toUpperCase();
}

/** Names as they are usually written: `BY JANE DOE` names Jane Doe. A last full stop goes, unless it is an initial's. */
export function cleanNames(names: string): string {
  const plain = /\p{Ll}\.$/u.test(names) && !/\b(?:Jr|Sr)\.$/.test(names) ? names.slice(0, -1) : names;
  if (/\p{Ll}/u.test(plain.replace(/ (?:and|und|et|y|e|en|и) /g, ' ')) || !/\p{Lu}{3}/u.test(plain)) return plain;
  return plain
    .toLowerCase()
    .replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/ (And|Und|Et|Y|E|En|Von|Van|De|Der|Di|Da|И) /gu, (word) => word.toLowerCase());
}

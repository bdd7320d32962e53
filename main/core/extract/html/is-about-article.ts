/** What is known of an article whose own page repeats it around the text. */
export interface KnownFacts {
  readonly title: string | undefined;
  /** The page's headings of the first rank: some call the article otherwise than its title does. */
  readonly headings: readonly string[];
  readonly byline: string | undefined;
  readonly site: string | undefined;
}

const LONGEST = 120;
/** A step in a path of links, as in "Home > News > Harbour". */
const HOME = /^(?:home|homepage|start|startseite|accueil|inicio|início|home ?page|hem|forside|etusivu|главная)$/i;
const READING_TIME = 'min|mins|minute|minutes|minuten|minuti|minutos|minuut|read|reading|time|lesezeit|lecture|lectura|leitura|lettura|leestijd|temps|tempo|tiempo|words|wörter';
const DATE_WORDS =
  'published|publish|updated|update|posted|modified|created|edited|written|written|dated|last|first|originally|date|on|at|by|the|of|from|in|and|for|ago|hours?|hrs?|days?|weeks?|months?|today|yesterday|st|nd|rd|th|am|pm|a|p|m|h|gmt|utc|est|edt|pst|pdt|cst|cdt|cet|cest|mez|mesz|ist|bst|et|pt|ct|jst|sgt|hkt|z|t' +
  '|veröffentlicht|aktualisiert|geändert|erstellt|geschrieben|zuletzt|stand|am|um|uhr|vom|von|der|den|dem|datum|vor|tagen|stunden|heute|gestern' +
  '|publié|publiée|mis|mise|à|jour|modifié|le|la|par|et|de|du|il|y|heures?|jours?' +
  '|publicado|publicada|actualizado|actualizada|atualizado|atualizada|modificado|el|em|en|às|as|las|los|por|del|do|da|hace|há|horas?|días?|dias?|hs' +
  '|pubblicato|aggiornato|alle|ore|di|gepubliceerd|geplaatst|bijgewerkt|op|om|uur|door';
const MONTHS_AND_DAYS =
  'jan\\p{L}{0,6}|feb\\p{L}{0,6}|fév\\p{L}{0,4}|mar\\p{L}{0,3}|mär\\p{L}{0,2}|maa\\p{L}{0,2}|apr\\p{L}{0,3}|avr\\p{L}{0,2}|abr\\p{L}{0,2}|may|mai|mei|mag\\p{L}{0,4}|jun\\p{L}{0,2}|juin|jul\\p{L}{0,2}|juil\\p{L}{0,4}|giu\\p{L}{0,3}|lug\\p{L}{0,3}|aug\\p{L}{0,4}|ago\\p{L}{0,3}|août|sep\\p{L}{0,7}|set\\p{L}{0,6}|o[ckt]t\\p{L}{0,5}|ott\\p{L}{0,4}|out\\p{L}{0,4}|nov\\p{L}{0,6}|de[czs]\\p{L}{0,7}|déc\\p{L}{0,5}|dic\\p{L}{0,6}' +
  '|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|\\p{L}{3,6}day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|\\p{L}{3,7}dag';
const ABOUT = new RegExp(`^(?:${READING_TIME}|${DATE_WORDS}|${MONTHS_AND_DAYS}|\\d+(?:st|nd|rd|th|er|º|h\\d{0,2})?)$`, 'iu');
/** A heading that has this share of its words in common with the title says the same. */
const LIKE = 0.6;

/**
 * Whether a line tells about an article and is none of its text: its date, how long it takes to read, its author or
 * outlet, its title once more, the path of links that leads to it. Each word of the line has to be such a word, in one
 * of seven languages, so that a sentence with a date in it never is.
 */
export function isAboutArticle(text: string, facts: KnownFacts): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || text.length > Math.max(LONGEST, 2 * (facts.title ?? '').length)) return false;
  const line = words.join(' ');
  const titles = [facts.title, ...facts.headings.filter((heading) => isLike(heading, facts.title))].map((title) => wordsOf(title ?? '').join(' ')).filter((title) => title !== '');
  if (titles.includes(line)) return true;
  if (HOME.test(words[0] ?? '') && titles.some((title) => line.endsWith(title))) return true;
  const names = new Set([...wordsOf(facts.byline ?? ''), ...wordsOf(facts.site ?? '')]);
  const isNamed = words.some((word) => names.has(word));
  const numbers = words.filter((word) => /\d/.test(word)).length;
  const isDated = numbers > 0 && (numbers > 2 || words.some((word) => !/\d/.test(word) && ABOUT.test(word)));
  return (isNamed || isDated) && words.every((word) => names.has(word) || ABOUT.test(word));
}

function isLike(heading: string, title: string | undefined): boolean {
  const [words, others] = [wordsOf(heading), new Set(wordsOf(title ?? ''))];
  return words.filter((word) => others.has(word)).length >= LIKE * Math.max(words.length, others.size);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

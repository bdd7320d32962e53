import { isRelatedHeading } from './take-related.ts';

const LONGEST = 200;
const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\.?$|\balle rechte vorbehalten\.?$|\btous droits réservés\.?$|\btodos los derechos reservados\.?$|\btodos os direitos reservados\.?$/iu;
const NEWSLETTER =
  /^(?:sign up|subscribe|register|join|get|abonnieren?|jetzt abonnieren|melde\p{L}*|inscrivez|abonnez|suscr[ií]b\p{L}*|iscriv\p{L}*|assine|inscreva|schrijf)\b.{0,160}\b(?:newsletters?|inbox|e-?mails?|alerts?|updates|mailing list|boletín|infolettre)\b/iu;
const CALL =
  /^(?:sign (?:up|in)|log ?in|subscribe|register|share(?: this)?(?: (?:article|story|post|page))?|comments?|\d+ comments?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)|print(?: this)?|back to top|top|next|previous|load(?:ing)?(?: more)?(?: content)?|latest(?: news)?|popular|most (?:read|popular)|trending|home|menu|search|close|kommentare?(?: schreiben| abgeben| hinterlassen)?|teilen|drucken|anmelden|nach oben|partager|commentaires?|compartir|comentarios?|compartilhar|comentários?|condividi|commenti|delen|reacties?)\s*[.…:>»]*$/iu;
const MORE_OF = /^(?:more (?:articles?|stories|posts)(?: (?:from|by|in|on) .{1,100})?$|(?:(?:view|see|read) (?:all|more)(?: (?:posts?|articles?|stories))?(?: (?:by|from))|all (?:posts|articles) by|alle (?:artikel|beiträge) von|tous les articles de|todos los artículos de)\b)/iu;
/** "More from Harbour News", but no sentence that begins so. */
const MORE_FROM = /^more (?:from|by) \p{Lu}[^.!?]*$/u;
const FILED = /^(?:tags?|topics?|filed (?:under|in)|posted in|categor(?:y|ies)|keywords?|schlag(?:wörter|worte)|kategorien?|themen|mots[- ]clés|catégories?|etiquetas|categorías?|temas|tags e assuntos|categorie|trefwoorden)\s*:/iu;
const SHARING = /^(?:share|tweet|twittern|teilen|facebook|twitter|x|whatsapp|pinterest|pint?|linkedin|e-?mail|mail|print|drucken|xing|reddit|telegram|tumblr|flipboard|pocket|copy|link|partager|compartir|compartilhar|condividi|delen|messenger|instagram|youtube|rss|save|like|on|this|via|article|it|merken|google|threads|bluesky|mastodon|line|baixar|imprimer|imprimir|\d+)$/iu;

/** Whether a line only calls for something else at the end of an article: to share, to subscribe, to comment, to read more. */
export function isClosingLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  return isRelatedHeading(text) || [COPYRIGHT, NEWSLETTER, CALL, MORE_OF, FILED].some((pattern) => pattern.test(text)) || MORE_FROM.test(text.replace(/^\p{L}+ \p{L}+/u, (start) => start.toLowerCase())) || isSharing(text);
}

/** "Facebook Twitter Print": nothing but names of what one shares with. */
export function isSharing(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}-]+/gu) ?? [];
  return words.length > 1 && words.every((word) => SHARING.test(word)) && words.some((word) => /\p{L}{3}/u.test(word));
}

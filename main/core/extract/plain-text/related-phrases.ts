/**
 * The headings that publishers set above links to other articles, in lower case without punctuation. Each stands alone on its
 * line, or before a colon and one title.
 */
const PHRASES = new Set([
  // English
  ...['related', 'related story', 'related stories', 'related article', 'related articles', 'related news', 'related content', 'related link'],
  ...['related links', 'related coverage', 'related posts', 'related reading', 'read more', 'more', 'see also', 'read also', 'also read', 'read next'],
  ...['more on this', 'more on this story', 'more on this topic', 'more from', 'more stories', 'more news', 'further reading', 'recommended', 'recommended for you'],
  ...['you may also like', 'you might also like', 'dont miss', "don't miss", 'read this next', 'also see', 'recommended reading', 'must read', 'also on', 'watch', 'watch also', 'related video'],
  // German
  ...['mehr zum thema', 'lesen sie auch', 'lesen sie mehr', 'lesen sie hier', 'lesen sie dazu', 'mehr dazu', 'siehe auch', 'auch interessant', 'zum thema', 'weiterlesen', 'mehr lesen'],
  ...['das könnte sie auch interessieren', 'das könnte dich auch interessieren', 'weitere artikel', 'verwandte artikel', 'verwandte themen', 'lies auch', 'passend dazu', 'weitere meldungen'],
  // French
  ...['lire aussi', 'à lire aussi', 'a lire aussi', 'lire également', 'à lire également', 'à lire', 'voir aussi', 'lire la suite', 'sur le même sujet', 'sur le meme sujet', 'articles liés', 'article lié'],
  ...['pour aller plus loin', 'en savoir plus', 'à voir aussi', 'à découvrir aussi', 'articles similaires', 'lire plus', 'notre dossier', 'à ne pas manquer'],
  // Spanish
  ...['lea también', 'lea tambien', 'lee también', 'lee tambien', 'lea además', 'lea más', 'leer más', 'leer mas', 'leer también', 'te puede interesar', 'le puede interesar', 'puede interesarle', 'vea también', 'ver también', 'relacionado', 'relacionada'],
  ...['relacionados', 'relacionadas', 'noticias relacionadas', 'noticia relacionada', 'artículos relacionados', 'más información', 'más sobre este tema', 'también te puede interesar', 'además', 'mira también'],
  // Italian
  ...['leggi anche', 'leggi di più', 'leggi tutto', 'leggi pure', 'vedi anche', 'per approfondire', 'articoli correlati', 'notizie correlate', 'potrebbe interessarti', 'ti potrebbe interessare', 'correlati', 'da leggere', 'approfondimenti'],
  // Portuguese
  ...['leia também', 'leia tambem', 'leia mais', 'leia ainda', 'veja também', 'veja mais', 'saiba mais', 'notícias relacionadas', 'artigos relacionados', 'mais sobre o assunto', 'mais sobre este tema', 'relacionadas', 'ler mais', 'ler também'],
  // Dutch
  ...['lees ook', 'lees meer', 'lees verder', 'zie ook', 'ook interessant', 'meer over dit onderwerp', 'gerelateerd', 'gerelateerde artikelen', 'meer lezen', 'verder lezen', 'bekijk ook', 'meer nieuws'],
  // Russian
  ...['читайте также', 'читать также', 'читайте ещё', 'читайте еще', 'читайте', 'читать далее', 'смотрите также', 'смотри также', 'по теме', 'материалы по теме', 'материал по теме', 'ещё по теме', 'еще по теме', 'другие материалы'],
  ...['похожие материалы', 'похожие статьи', 'подробнее', 'новости по теме', 'сюжет по теме', 'статьи по теме', 'см. также', 'см также'],
  // Chinese, Japanese, Korean
  ...['相关阅读', '相关新闻', '相关报道', '延伸阅读', '更多阅读', '推荐阅读', '相關閱讀', '相關新聞', '延伸閱讀', '関連記事', 'あわせて読みたい', '合わせて読みたい', '関連ニュース', '관련기사', '관련 기사', '함께 볼만한 기사'],
]);

/** Words of everyday prose and of labels: a heading only with a colon behind them, and never before a title on the same line. */
const WEAK = new Set(['more', 'watch', 'además', 'à lire', 'читайте', 'подробнее', 'recommended', 'relacionado', 'relacionada', 'correlati', 'zum thema', 'more from', 'also on', 'must read', 'da leggere', 'related video', 'approfondimenti', 'en savoir plus', 'más información']);

const LONGEST_PHRASE = 45;
const DECORATION = /^[\s>*•·▶►→»|#[({_~=–—-]+|[\s*•|\])}_~=<–—-]+$/g;

/** What may stand between such a heading and a title on the same line. */
const SEPARATOR = /[:：|–—→»>-]|\*\*/;

/** Whether a line is such a heading and nothing else. */
export function isRelatedHeading(line: string): boolean {
  if (line.length > LONGEST_PHRASE + 12) return false;
  const bare = line.replace(DECORATION, '');
  const phrase = normalise(bare.replace(/\s*[:：.…>»→]+\s*$/, ''));
  if (!PHRASES.has(phrase)) return false;
  const isMarked = /[:：]\s*$/.test(bare) || /^[\s*_#>]*[*#[»►▶→]/.test(line) || (bare.length > 4 && bare === bare.toUpperCase() && bare !== bare.toLowerCase());
  return isMarked || !WEAK.has(phrase);
}

/**
 * What follows such a heading on the same line: `READ MORE: The ferry stops` gives `The ferry stops`. Undefined for other lines. Whether it is
 * a title or prose is for the caller to say.
 */
export function textAfterRelatedHeading(line: string): string | undefined {
  if (!SEPARATOR.test(line)) return undefined;
  const opened = line.replace(/^[\s>*•·▶►→»|#[({_~=–—-]+/, '');
  const split = /^([^:：|–—\n]{3,45}?)\s*(?:[:：]|\s[|–—-]|\s?[→»>]|\*\*)[\s*_:：]*(?=\S)/u.exec(opened);
  if (split?.[1] === undefined) return undefined;
  const phrase = normalise(split[1].replaceAll(/[*_]/g, ''));
  if (!PHRASES.has(phrase) || (WEAK.has(phrase) && split[1] !== split[1].toUpperCase())) return undefined;
  const wasBracketed = /^[\s>*•]*[[({]/.test(line);
  const rest = opened.slice(split[0].length).trim();
  return wasBracketed ? rest.replace(/[\])}]+$/, (closers) => (isBalanced(rest) ? closers : closers.slice(0, -1))) : rest;
}

function isBalanced(text: string): boolean {
  return count(text, /[[({]/g) >= count(text, /[\])}]/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function normalise(phrase: string): string {
  return phrase.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}

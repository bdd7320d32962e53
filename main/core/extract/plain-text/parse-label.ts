export type LabelField = 'title' | 'byline' | 'published' | 'site' | 'url' | 'tags' | 'section';

export interface Label {
  readonly field: LabelField;
  /** Empty where the value stands on the next line. */
  readonly value: string;
}

const LABELS: readonly (readonly [LabelField, string])[] = [
  ['title', 'title headline head hed heading titel überschrift schlagzeile titre título titular titolo titulo kop заголовок название 标题 標題 タイトル 見出し 제목'],
  ['byline', 'author authors by byline writer autor autoren autorin verfasser von auteur auteurs par autores autora por autore autori di door автор авторы 作者 记者 記者 著者 기자'],
  ['published', 'date published publication-date pubdate posted dated datum veröffentlicht erschienen publié publié-le date-de-publication fecha publicado fecha-de-publicación data pubblicato data-di-pubblicazione data-de-publicação gepubliceerd geplaatst publicatiedatum дата опубликовано дата-публикации 日期 时间 時間 发布时间 日付 公開日 날짜 입력'],
  ['site', 'source publication newspaper publisher outlet site website quelle zeitung publikation journal fuente medio periódico fonte testata jornal bron krant источник издание 来源 來源 出典 출처'],
  ['url', 'url link address permalink web-address adresse lien enlace dirección indirizzo collegamento endereço адрес ссылка 链接 网址 網址 링크'],
  ['tags', 'tags keywords topics schlagwörter schlagworte stichworte mots-clés etiquetas palabras-clave parole-chiave palavras-chave trefwoorden теги ключевые-слова 标签 关键词'],
  ['section', 'section category rubrik ressort kategorie rubrique catégorie sección categoría sezione categoria seção rubriek categorie рубрика раздел'],
];

const FIELDS = new Map(LABELS.flatMap(([field, names]) => names.split(' ').map((name) => [name.replaceAll('-', ' '), field] as const)));
const LINE = /^[*_#\s]*([\p{L}][\p{L}\s-]{0,24}?)[*_]*\s*[:：][*_]*\s*(.*)$/u;

/** A line that names a field of the article: `Title: ...`, `Автор: ...`, `Datum: ...`. Undefined for any other line. */
export function parseLabel(line: string): Label | undefined {
  const [, name = '', value = ''] = LINE.exec(line.slice(0, 4_200)) ?? [];
  const field = FIELDS.get(name.trim().toLowerCase().replace(/[\s-]+/g, ' '));
  return field === undefined ? undefined : { field, value: value.trim() };
}

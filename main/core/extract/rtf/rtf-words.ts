/** Words that stand for characters. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', emdash: '—', endash: '–', emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', bullet: '•' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', zwj: '\u200d', zwnj: '\u200c', zwbo: '\u200b', ltrmark: '\u200e', rtlmark: '\u200f' },
};

/** Symbols that stand for characters: no-break space, optional hyphen, no-break hyphen, and what else has a meaning of its own. */
export const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', '-': '\u00ad', _: '\u2011', '{': '{', '}': '}', '\\': '\\' };

/** Groups whose text is not the document's. Those that begin with `\*` are left out anyway, but for STARRED. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['colortbl', 'filetbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'template', 'private', 'pgdsctbl', 'background', 'datafield'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['xe', 'tc', 'tcn', 'rxe', 'txe', 'pntxta', 'pntxtb', 'nonshppict', 'nonesttables', 'shprslt', 'sn', 'objdata', 'objclass', 'objname', 'mmathPict'],
  ...['annotation', 'atnauthor', 'atnid', 'atndate', 'atnref', 'falt', 'panose', 'fontemb', 'fontfile', 'themedata', 'colorschememapping', 'datastore'],
]);

/** Groups that begin with `\*` and are read all the same. */
export const STARRED: ReadonlySet<string> = new Set(['fldinst', 'shppict', 'shpinst', 'bkmkstart', 'generator', 'ud', 'nesttableprops', 'company', 'moMath', 'moMathPara', 'userprops']);

/** Fields of `\info`, as they are called here. */
export const INFO: Readonly<Record<string, string>> = {
  ...{ title: 'title', author: 'author', subject: 'subject', keywords: 'keywords', doccomm: 'description', category: 'category' },
  ...{ company: 'company', manager: 'manager', operator: 'modifiedBy', generator: 'program' },
};

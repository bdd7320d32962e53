/** Elements that go with all that is in them: they run, load, lead away, or hold what is not shown. `style`, `link`, `noscript` and `head` are worked on by themselves. */
export const DROPPED: ReadonlySet<string> = new Set([
  ...['script', 'template', 'base', 'meta', 'title', 'iframe', 'frame', 'frameset', 'noframes', 'noembed', 'object', 'embed', 'applet', 'param'],
  ...['portal', 'fencedframe', 'bgsound', 'keygen', 'map', 'area', 'track', 'basefont', 'nextid', 'isindex', 'datalist'],
  // What SVG animates it may animate to anything, addresses too.
  ...['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set', 'discard', 'mpath', 'handler', 'listener'],
]);

/** Parsers read what is in these as text that ends where a writer would not end it. */
export const SHOWN_AS: ReadonlyMap<string, string> = new Map(['xmp', 'listing', 'plaintext'].map((name) => [name, 'pre']));

/** Elements that a user could set off. They stay to be seen, and are inert. */
export const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

/** Attributes of HTML that stay as they are, by the tree's names. Those with addresses are none of them. */
const KEPT: ReadonlySet<string> = new Set([
  ...['className', 'id', 'dir', 'lang', 'title', 'role', 'hidden', 'inert', 'slot', 'part', 'translate', 'spellCheck', 'itemProp', 'itemScope', 'itemType'],
  ...['alt', 'width', 'height', 'align', 'vAlign', 'bgColor', 'border', 'color', 'face', 'size', 'clear', 'noShade', 'noWrap', 'compact', 'text', 'link', 'vLink', 'aLink'],
  ...['cellPadding', 'cellSpacing', 'frame', 'rules', 'summary', 'abbr', 'axis', 'char', 'charOff', 'scope', 'headers', 'colSpan', 'rowSpan', 'span', 'hSpace', 'vSpace'],
  ...['leftMargin', 'rightMargin', 'topMargin', 'bottomMargin', 'marginHeight', 'marginWidth', 'behavior', 'direction', 'loop'],
  ...['start', 'reversed', 'value', 'dateTime', 'open', 'cols', 'rows', 'wrap', 'label', 'min', 'max', 'low', 'high', 'optimum', 'step'],
  ...['checked', 'disabled', 'selected', 'multiple', 'placeholder', 'readOnly', 'htmlFor', 'controls', 'muted'],
]);

/** Attributes of SVG and MathML that go: they lead to addresses, run, or change what other addresses mean. Of the rest, values are read as styles. */
const DROPPED_FOREIGN: ReadonlySet<string> = new Set([
  ...['href', 'xLinkHref', 'xlink:href', 'src', 'srcset', 'srcSet', 'xmlBase', 'xml:base', 'action', 'altImg', 'altimg', 'cdgroup', 'definitionURL', 'definitionUrl', 'definitionurl'],
  ...['target', 'ping', 'download', 'name', 'nonce', 'autoFocus', 'autofocus', 'tabIndex', 'contentEditable', 'contenteditable', 'externalResourcesRequired', 'data', 'background', 'poster'],
  ...['formAction', 'formaction', 'manifest', 'codeBase', 'codebase', 'archive', 'profile', 'longDesc', 'longdesc', 'cite', 'lowSrc', 'lowsrc', 'dynSrc', 'dynsrc', 'srcDoc', 'srcdoc', 'is'],
]);

/** `data-` and `aria-` attributes, and others of that form: browsers give no meaning to those that pages make up. */
const MADE_UP = /^(?:(?:data|aria)[A-Z0-9-]|(?!accept-|http-|on)[a-z][a-z0-9]*-)[\w.-]*$/;

/** Whether an attribute of HTML stays as it is. */
export function isKept(name: string): boolean {
  return KEPT.has(name) || MADE_UP.test(name);
}

/** The same for SVG and MathML, whose value must be read as a style still. */
export function isKeptForeign(name: string): boolean {
  return !DROPPED_FOREIGN.has(name) && !/^on/i.test(name) && /^[a-zA-Z_][\w:.-]*$/.test(name);
}

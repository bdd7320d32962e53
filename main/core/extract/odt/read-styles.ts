import { Parser } from 'htmlparser2';

/** What the style of a piece of text makes of it: names of HTML elements, outermost first. */
export type TextMarks = readonly ('strong' | 'em' | 'u' | 's' | 'sub' | 'sup')[];

export interface OdtStyles {
  readonly marksOf: (styleName: string | undefined) => TextMarks;
  /** Whether text of this style is there but not shown. */
  readonly isHidden: (styleName: string | undefined) => boolean;
  /** Whether a paragraph style is, or was made from, one of these names. */
  readonly isBasedOn: (styleName: string | undefined, names: ReadonlySet<string>) => boolean;
  /** `level` counts from 1. */
  readonly isNumbered: (listStyle: string | undefined, level: number) => boolean;
}

interface Style {
  readonly parent: string | undefined;
  readonly properties: Record<string, string>;
}

/** A style may be made from another one, and a damaged file may make a ring of them. */
const LONGEST_CHAIN = 20;

/**
 * The styles of a text document, of all its XML files that hold some (`content.xml` holds those that the program made
 * for single paragraphs).
 */
export function readStyles(files: readonly string[]): OdtStyles {
  const styles = new Map<string, Style>();
  const numbered = new Set<string>();
  for (const xml of files) collect(xml, styles, numbered);

  const chainOf = (name: string | undefined): readonly (readonly [string, Style])[] => {
    const chain: [string, Style][] = [];
    for (let at = name; at !== undefined && chain.length < LONGEST_CHAIN; at = chain.at(-1)?.[1].parent) {
      const style = styles.get(at);
      if (style === undefined) break;
      chain.push([at, style]);
    }
    return chain;
  };
  const property = (name: string | undefined, key: string): string | undefined => {
    for (const [, { properties }] of chainOf(name)) if (properties[key] !== undefined) return properties[key];
    return undefined;
  };
  return {
    marksOf: (name) => (name === undefined ? [] : marksFrom((key) => property(name, key))),
    isHidden: (name) => property(name, 'text:display') === 'none',
    isBasedOn: (name, names) => (name !== undefined && names.has(name)) || chainOf(name).some(([at, { parent }]) => names.has(at) || (parent !== undefined && names.has(parent))),
    isNumbered: (name, level) => name !== undefined && numbered.has(`${level} ${name}`),
  };
}

function marksFrom(property: (key: string) => string | undefined): TextMarks {
  const isSet = (value: string | undefined): boolean => value !== undefined && value !== 'none';
  const weight = property('fo:font-weight');
  const position = property('style:text-position') ?? '';
  return [
    ...(weight === 'bold' || Number(weight) >= 600 ? (['strong'] as const) : []),
    ...(/^(?:italic|oblique)$/.test(property('fo:font-style') ?? '') ? (['em'] as const) : []),
    ...(isSet(property('style:text-underline-style')) ? (['u'] as const) : []),
    ...(isSet(property('style:text-line-through-style')) ? (['s'] as const) : []),
    ...(/^(?:sub|-)/.test(position) ? (['sub'] as const) : []),
    ...(/^(?:super|[1-9])/.test(position) ? (['sup'] as const) : []),
  ];
}

function collect(xml: string, styles: Map<string, Style>, numbered: Set<string>): void {
  let style: Style | undefined;
  let list: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'style:style') {
          style = { parent: attributes['style:parent-style-name'], properties: {} };
          styles.set(attributes['style:name'] ?? '', style);
        } else if (name === 'style:text-properties' && style !== undefined) Object.assign(style.properties, attributes);
        else if (name === 'text:list-style') list = attributes['style:name'];
        else if (name === 'text:list-level-style-number' && list !== undefined && attributes['style:num-format'] !== '') {
          numbered.add(`${attributes['text:level']} ${list}`);
        }
      },
      onclosetag: (name) => {
        if (name === 'style:style') style = undefined;
        if (name === 'text:list-style') list = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

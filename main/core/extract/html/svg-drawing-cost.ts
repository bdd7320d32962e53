import type { SheetRule, SvgReference } from './clean-svg-style.ts';
import { SVG_DRAWING_ELEMENTS } from './svg-allow-list.ts';

/** An element of a drawing, as far as its work depends on it. */
export interface SvgNode {
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** Undefined for the root. */
  readonly parent: SvgNode | undefined;
  readonly children: SvgNode[];
  /** Of its `style` and its attributes. */
  readonly references: readonly SvgReference[];
  /** The id in its `href`. */
  readonly href: string | undefined;
  /** Characters of its path or points. */
  readonly pathLength: number;
}

interface Costs {
  /** Of the element and all in it, with what they refer to. */
  readonly total: number;
  /** Elements that inherit what `use` gives them. */
  readonly elements: number;
  /** Elements inside one another, where what is referred to counts as inside. */
  readonly depth: number;
}

const NOTHING: Costs = { total: 0, elements: 0, depth: 0 };
/** Also for what refers to itself: a browser draws that not at all, and it would make every count here depend on where it began. */
const TOO_MUCH: Costs = { total: Number.POSITIVE_INFINITY, elements: 1, depth: 1 };
/** References to one another that are followed at once. */
const LONGEST_CHAIN = 40;
const DEEPEST = 512;
const MOST_REFERENCES = 1_000_000;
/** A filter looks at each point of what it is laid on. */
const COST_OF_FILTER = 20;
const CHARACTERS_OF_A_POINT = 4;
/** What is never drawn itself; a rule for all elements would make a circle of a filter that it names. */
const UNSTYLED = /^(?:filter|fe[A-Z]\w*|linearGradient|radialGradient|stop)$/;

/**
 * How many elements a browser draws for a drawing, each as often as others refer to it, by estimate and rather too many. A hundred elements that
 * refer to one another, each several times, would make it draw for years. Infinity where references make a circle or do not come to an end soon.
 */
export function svgDrawingCost(root: SvgNode, nodes: readonly SvgNode[], rules: readonly SheetRule[]): number {
  const byId = new Map<string, SvgNode>();
  for (const node of nodes) if (node.id !== undefined && !byId.has(node.id)) byId.set(node.id, node);
  const ofSheets = new Map<string, SvgReference[]>();
  for (const { keys, references } of rules) {
    for (const key of references.length === 0 ? [] : new Set(keys.map((written) => written.toLowerCase()))) {
      const known = ofSheets.get(key) ?? [];
      known.push(...references);
      ofSheets.set(key, known);
    }
  }
  return new CostCounter(byId, ofSheets).costsOf(root).total;
}

class CostCounter {
  readonly #byId: ReadonlyMap<string, SvgNode>;
  readonly #ofSheets: ReadonlyMap<string, readonly SvgReference[]>;
  /** Undefined for those that are being counted. */
  readonly #known = new Map<SvgNode, Costs | undefined>();
  readonly #inherited = new Map<SvgNode, { readonly paint: number; readonly marker: number }>();
  #chain = 0;
  #open = 0;
  #references = 0;

  constructor(byId: ReadonlyMap<string, SvgNode>, ofSheets: ReadonlyMap<string, readonly SvgReference[]>) {
    this.#byId = byId;
    this.#ofSheets = ofSheets;
  }

  costsOf(node: SvgNode): Costs {
    if (this.#known.has(node)) return this.#known.get(node) ?? TOO_MUCH;
    // Whatever is in it: the root is too deep already, and this must not be.
    if (this.#open >= DEEPEST) return TOO_MUCH;
    this.#known.set(node, undefined);
    this.#open += 1;
    let total = 1;
    let elements = 1;
    let depth = 0;
    for (const child of node.children) {
      const costs = this.costsOf(child);
      total += costs.total;
      elements += costs.elements;
      depth = Math.max(depth, costs.depth);
    }
    const referred = this.#follow(node.href);
    total += referred.total;
    depth = Math.max(depth, referred.depth);
    if (SVG_DRAWING_ELEMENTS.has(node.name)) {
      const { paint, marker } = this.#inheritedBy(node);
      const painted = node.name === 'use' ? referred.elements : 1;
      if (node.name === 'use') elements += referred.elements;
      total += painted * (paint + marker * (1 + node.pathLength / CHARACTERS_OF_A_POINT));
    }
    for (const { property, id } of this.#referencesOf(node)) {
      const { total: cost, depth: deep } = this.#follow(id);
      if (kindOf(property) === 'own') total += cost * (property === 'filter' ? COST_OF_FILTER : 1);
      depth = Math.max(depth, deep);
    }
    depth += 1;
    this.#open -= 1;
    const costs = depth > DEEPEST || this.#references > MOST_REFERENCES ? TOO_MUCH : { total, elements, depth };
    this.#known.set(node, costs);
    return costs;
  }

  /** What an element is painted with, of its own or from the elements around it. */
  #inheritedBy(node: SvgNode): { readonly paint: number; readonly marker: number } {
    const known = this.#inherited.get(node);
    if (known) return known;
    let { paint, marker } = node.parent ? this.#inheritedBy(node.parent) : { paint: 0, marker: 0 };
    for (const { property, id } of this.#referencesOf(node)) {
      if (kindOf(property) === 'paint') paint += this.#follow(id).total;
      if (kindOf(property) === 'marker') marker += this.#follow(id).total;
    }
    const inherited = { paint, marker };
    this.#inherited.set(node, inherited);
    return inherited;
  }

  #follow(id: string | undefined): Costs {
    const target = id === undefined ? undefined : this.#byId.get(id);
    if (!target) return NOTHING;
    if (this.#chain >= LONGEST_CHAIN || this.#references > MOST_REFERENCES) return TOO_MUCH;
    this.#chain += 1;
    const costs = this.costsOf(target);
    this.#chain -= 1;
    return costs;
  }

  #referencesOf(node: SvgNode): readonly SvgReference[] {
    if (this.#ofSheets.size === 0 || UNSTYLED.test(node.name) || this.#references > MOST_REFERENCES) return node.references;
    const found = [...node.references, ...keysOf(node).flatMap((key) => this.#ofSheets.get(key) ?? [])];
    this.#references += found.length;
    return found;
  }
}

/** In lower case, as old pages do not tell one from the other: rather too many. */
function keysOf({ name, id, classes }: SvgNode): string[] {
  return ['*', name, ...(id === undefined ? [] : [`#${id}`]), ...classes.map((one) => `.${one}`)].map((key) => key.toLowerCase());
}

function kindOf(property: string): 'paint' | 'marker' | 'own' {
  if (property === 'fill' || property === 'stroke') return 'paint';
  return property.startsWith('marker') ? 'marker' : 'own';
}

/** A collection with those that lie in it. */
export interface CollectionNode {
  readonly path: string;
  /** The last part of its path. */
  readonly name: string;
  readonly count: number;
  readonly children: readonly CollectionNode[];
}

interface GrowingNode extends CollectionNode {
  readonly children: GrowingNode[];
}

/** The library's flat list of collections, in which each parent stands before its children, as a tree in the same order. */
export function buildTree(collections: readonly { readonly path: string; readonly count: number }[]): readonly CollectionNode[] {
  const roots: GrowingNode[] = [];
  const known = new Map<string, GrowingNode>();
  for (const { path, count } of collections) {
    const cut = path.lastIndexOf('/');
    const node: GrowingNode = { path, name: path.slice(cut + 1), count, children: [] };
    known.set(path, node);
    // A list that was cut off may lack a parent: better at the top than lost.
    (known.get(path.slice(0, Math.max(0, cut)))?.children ?? roots).push(node);
  }
  return roots;
}

/** The collections that a path lies in, the outermost first. */
export function parentsOf(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

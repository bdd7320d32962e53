/// <reference path="./lunr-parser.d.ts" />
import lunr from 'lunr';

/**
 * lunr 2.3.9 merges equal ends of its sorted terms into one automaton, and names a node by its edges' letters and the
 * numbers of the nodes that they lead to, written without anything between: a letter that is a digit and a number
 * can be read two ways, nodes that differ get one name, and terms with digits are lost and others invented. An
 * invented term then ends a wildcard search in a TypeError. Here the names are unambiguous; nothing else changes.
 */
export function mendTokenSets(): void {
  lunr.TokenSet.prototype.toString = function nameOfNode(this: lunr.TokenSet): string {
    const edges = Object.entries(this.edges).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `${this.final ? 1 : 0}${edges.map(([letter, node]) => `${letter}${node.id};`).join('')}`;
  };
}

import 'lunr';

// What @types/lunr 2.3.7 leaves out of lunr 2.3.9.
declare module 'lunr' {
  class QueryParser {
    constructor(text: string, query: Query);
    parse(): Query;
  }
  namespace Query {
    interface Clause {
      presence: presence;
    }
  }
  namespace TokenSet {
    function fromString(pattern: string): TokenSet;
    function fromFuzzyString(word: string, edits: number): TokenSet;
    /** The terms must be sorted. */
    function fromArray(terms: readonly string[]): TokenSet;
  }
  interface TokenSet {
    intersect(other: TokenSet): TokenSet;
    toArray(): string[];
    readonly id: number;
    readonly final: boolean;
    readonly edges: Readonly<Record<string, TokenSet>>;
  }
  interface Pipeline {
    runString(text: string, metadata: object): string[];
  }
}

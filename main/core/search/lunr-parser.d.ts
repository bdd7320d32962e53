import 'lunr';

// What @types/lunr 2.3.7 leaves out of lunr 2.3.9.
declare module 'lunr' {
  class QueryParser {
    constructor(text: string, query: Query);
    /** Runs when `parse` is called, and its lexemes are what is parsed. */
    lexer: { run(): void; readonly lexemes: QueryLexer.Lexeme[] };
    parse(): Query;
  }
  class QueryLexer {
    constructor(text: string);
    run(): void;
    readonly lexemes: QueryLexer.Lexeme[];
  }
  namespace QueryLexer {
    interface Lexeme {
      readonly type: 'FIELD' | 'TERM' | 'EDIT_DISTANCE' | 'BOOST' | 'PRESENCE';
      /** Without escapes. */
      readonly str: string;
      readonly start: number;
      readonly end: number;
    }
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

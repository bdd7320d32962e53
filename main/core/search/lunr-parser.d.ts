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
  interface Pipeline {
    runString(text: string, metadata: object): string[];
  }
}

/// <reference path="./lunr-parser.d.ts" />
import lunr from 'lunr';
import { FIELDS } from '../index/fields.ts';
import { analysisLanguage, rulesOf } from '../index/languages.ts';
import { idOf, type PlainDocument } from '../index/index-fixtures.ts';
import { spaceWords, trimWord } from '../index/split-words.ts';
import { mendTokenSets } from './mend-token-sets.ts';
import type { GroupNode } from './query-tree.ts';

mendTokenSets();

/**
 * For tests: a fresh lunr index of some articles. lunr is given our trimmer and, document by document, the stop words
 * and stemmer of its language; everything else is lunr's own. A query is stemmed for each language that there is.
 *
 * @param knownOnly leaves out stems that no article has where another is left: lunr lets a required word fail for the
 *   first of them, and Carrel does not
 */
export function makeLunr(documents: readonly PlainDocument[], knownOnly: boolean): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const field of FIELDS) builder.field(field);
  builder.metadataWhitelist = ['index', 'position'];
  const languages = [...new Set(documents.map(({ language = 'en' }) => analysisLanguage(language)))];
  for (const { n, language = 'en', title = '', body = '', byline = '' } of documents) {
    builder.pipeline = pipelineOf((word) => {
      const { stem, isStopWord } = rulesOf(analysisLanguage(language));
      const trimmed = trimWord(word);
      return isStopWord(trimmed) ? [] : [stem(trimmed)];
    });
    builder.add({ id: idOf(n), title: spaceWords(title), body: spaceWords(body), byline: spaceWords(byline) });
  }
  const known = new Set(Object.keys(builder.invertedIndex));
  builder.searchPipeline = pipelineOf((word) => {
    const stems = [...new Set(languages.map((code) => rulesOf(code).stem(trimWord(word))))];
    const held = stems.filter((stem) => known.has(stem));
    return knownOnly && held.length > 0 ? held : stems;
  });
  return builder.build();
}

function pipelineOf(terms: (word: string) => string[]): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  const analyse: lunr.PipelineFunction = (token) => terms(token.toString()).map((term) => token.clone(() => term));
  lunr.Pipeline.registerFunction(analyse, `analyse ${(registered += 1)}`);
  pipeline.add(analyse);
  return pipeline;
}

let registered = 0;

/** lunr's own reading of a query, or undefined where it refuses it. */
export function parseWithLunr(text: string): lunr.Query | undefined {
  const query = new lunr.Query([...FIELDS]);
  try {
    new lunr.QueryParser(text, query).parse();
    return query;
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return undefined;
    throw error;
  }
}

/** lunr's clauses as our tree. */
export function treeOfClauses({ clauses }: lunr.Query): GroupNode {
  const at = { start: 0, end: 0 };
  return {
    kind: 'group',
    at,
    items: clauses.map(({ term, fields, boost, editDistance, usePipeline, presence }) => ({
      presence: presence === lunr.Query.presence.REQUIRED ? 'required' : presence === lunr.Query.presence.PROHIBITED ? 'prohibited' : 'optional',
      node: { kind: 'term', text: term, fields: FIELDS.filter((field) => fields.includes(field)), boost, edits: editDistance || 0, pattern: !usePipeline, prefix: false, at },
    })),
  };
}

/** lunr's answer: scores by id. */
export function askLunr(index: lunr.Index, query: lunr.Query): Map<string, number> {
  const results = index.query((empty) => {
    // lunr changes the clauses that it works with.
    empty.clauses = query.clauses.map((clause) => ({ ...clause }));
  });
  return new Map(results.map(({ ref, score }) => [ref, score]));
}

import { FactName, FactsChange, type FactSummary } from '../../main/contract/facts.ts';
import { codeOfLanguage, nameOfLanguage } from './language-names.ts';

/** What is typed, by fact; a fact that nobody has touched is missing. */
export type Typed = Readonly<Partial<Record<FactName, string>>>;

export type Problems = Readonly<Partial<Record<FactName, string>>>;

export type Summaries = Readonly<Record<FactName, FactSummary>>;

/** Whether articles do not agree on a fact. */
export function isMixed({ distinct }: FactSummary): boolean {
  return distinct > 1;
}

/** What all of the articles say of a fact, as the field shows it; nothing where it is unknown or mixed. */
export function shownFact(name: FactName, summary: FactSummary): string {
  const value = isMixed(summary) ? null : (summary.values[0]?.value ?? null);
  return value === null ? '' : name === 'language' ? nameOfLanguage(value) : value;
}

/**
 * What is to be stated: what was typed and is not what stood there, and what was only confirmed. An empty field says that
 * a fact is unknown, or, where the articles do not agree on it, nothing.
 */
export function readChanges(summaries: Summaries, typed: Typed, confirmed: ReadonlySet<FactName>): { facts: FactsChange } | { problems: Problems } | null {
  const said = Object.fromEntries(FactName.options.flatMap((name) => {
    const text = typed[name]?.trim();
    const summary = summaries[name];
    const stood = isMixed(summary) ? null : (summary.values[0]?.value ?? null);
    if (text !== undefined && text !== shownFact(name, summary)) return [[name, name === 'language' ? codeOfLanguage(text, stood) : text]];
    return confirmed.has(name) && stood !== null ? [[name, stood]] : [];
  }));
  if (Object.keys(said).length === 0) return null;
  const { data, error } = FactsChange.safeParse(said);
  return data ? { facts: data } : { problems: problemsOf(error.issues) };
}

function problemsOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Problems {
  const problems: Partial<Record<FactName, string>> = {};
  for (const { path, message } of issues) {
    const name = FactName.safeParse(path[0]);
    if (name.success) problems[name.data] ??= message;
  }
  return problems;
}

import type { z } from 'zod';

type Json = z.core.util.JSONType;

/** What a document of an office program says of itself, as it stands there. */
export interface DocumentFacts {
  readonly title: string | undefined;
  readonly authors: readonly string[];
  /** When it was written, as ISO 8601 or any other form that readDate knows. */
  readonly created: string | undefined;
  readonly language: string | undefined;
  /** What has no field in an article. */
  readonly extra: Readonly<Record<string, Json>>;
}

/** The named values that are there: for `extra`. Texts that are only white space are not. */
export function onlyStated(fields: Readonly<Record<string, Json | undefined>>): Record<string, Json> {
  const stated: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) {
    const tidy = typeof value === 'string' ? value.trim() : value;
    if (tidy !== undefined && tidy !== null && tidy !== '' && !(Array.isArray(tidy) && tidy.length === 0)) stated[name] = tidy;
  }
  return stated;
}

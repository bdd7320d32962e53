import { parse, TomlDate } from 'smol-toml';
import type { z } from 'zod';

type Json = z.core.util.JSONType;

const MOST_LEVELS = 20;

/** The fields of a TOML block as JSON. Dates are text as they are written. Undefined where it is no TOML. */
export function readTomlFields(block: string): Json | undefined {
  try {
    return toJson(parse(block, { maxDepth: MOST_LEVELS, unsafeKeyBehaviour: 'drop' }), 0);
  } catch {
    // Not TOML is an answer here.
    return undefined;
  }
}

function toJson(value: unknown, level: number): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof TomlDate) return value.isValid() ? value.toISOString().replace(/\.000(?=Z|[+-]|$)/, '') : null;
  if (level > MOST_LEVELS || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => toJson(item, level + 1));
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toJson(field, level + 1)]));
}

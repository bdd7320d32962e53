/** A value of a property list. Numbers, dates and the like, which nobody asks for here, are null. */
export type PlistValue = string | Uint8Array | null | readonly PlistValue[] | ReadonlyMap<string, PlistValue>;

/** Values inside one another. Saved pages take six. */
export const MOST_LEVELS = 32;
/** Values of one list, each counted as often as it is referred to. */
export const MOST_VALUES = 200_000;

export function isList(value: PlistValue | undefined): value is readonly PlistValue[] {
  return Array.isArray(value);
}

export function isDictionary(value: PlistValue | undefined): value is ReadonlyMap<string, PlistValue> {
  return value instanceof Map;
}

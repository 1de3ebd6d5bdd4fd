/** A key of an object, where there is something to say. */

/** The key with its value, or nothing where there is none or the list is empty. */
export const some = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } => {
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  const made: { [key: string]: Value } = {};
  if (!isNothing) made[key] = value;
  return made as { readonly [K in Key]?: Value };
};

/** The name in the catalogue: without the prefix the add-in was built with. */
export function plainName(name: string, namespace: string): string {
  const prefix = `${namespace}.`.toUpperCase();
  const upper = name.toUpperCase();
  return namespace !== "" && upper.startsWith(prefix) ? upper.slice(prefix.length) : upper;
}

/** The name as typed in a cell. */
export function typedName(name: string, namespace: string): string {
  return namespace === "" ? name : `${namespace}.${name}`;
}

/**
 * An object that Office.js can reach. Its members carry the names of the wire (Values, GetCell): getters are properties, getters that
 * answer a HostObject are navigations, methods are methods. What is not there is reported as not implemented.
 */
export abstract class HostObject {
  /** Reads a child by key, for collections. */
  item?(key: unknown): HostObject;
  /** Members of a collection, in order. */
  members?(): readonly HostObject[];
  /** What a reference must be kept as between requests; ranges have no other identity. */
  readonly keepsReference: boolean = false;
}

/** Names of the properties a class (or its parents) can answer without arguments. */
export function propertyNames(object: HostObject): string[] {
  const names = new Set<string>();
  let prototype: object | null = Object.getPrototypeOf(object) as object | null;
  while (prototype !== null && prototype !== HostObject.prototype && prototype !== Object.prototype) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (get !== undefined && /^[A-Z]/.test(name)) names.add(name);
    }
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return [...names];
}

function descriptor(object: HostObject, name: string): PropertyDescriptor | undefined {
  let prototype: object | null = Object.getPrototypeOf(object) as object | null;
  while (prototype !== null && prototype !== Object.prototype) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found !== undefined) return found;
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return undefined;
}

export function hasProperty(object: HostObject, name: string): boolean {
  return descriptor(object, name)?.get !== undefined;
}

export function canSet(object: HostObject, name: string): boolean {
  return descriptor(object, name)?.set !== undefined;
}

export function getProperty(object: HostObject, name: string): unknown {
  return (object as unknown as Record<string, unknown>)[name];
}

export function setProperty(object: HostObject, name: string, value: unknown): void {
  (object as unknown as Record<string, unknown>)[name] = value;
}

export type HostMethod = (...args: unknown[]) => unknown;

export function method(object: HostObject, name: string): HostMethod | undefined {
  const found = descriptor(object, name)?.value as HostMethod | undefined;
  return typeof found === "function" ? found.bind(object) : undefined;
}

import { XlsxError } from "../xlsx-error";

const PREFIX = "_xldudf_";

/**
 * The two spellings of our functions: as typed (SAFETYSTOCK.FILLRATE) and as Excel stores them
 * (_xldudf_SAFETYSTOCK_FILLRATE, or _xldudf_INV_SAFETYSTOCK_FILLRATE when the add-in was built with namespace INV).
 * The stored form loses the difference of dot and underscore, so it can only be read with the list of names.
 */
export class FunctionNames {
  readonly #typed = new Map<string, string>();
  readonly #stored = new Map<string, string>();
  readonly #namespace: string;

  constructor(names: readonly string[], namespace = "") {
    this.#namespace = namespace === "" ? "" : `${namespace.toUpperCase()}_`;
    for (const name of names) {
      const upper = name.toUpperCase();
      const key = upper.replace(/\./g, "_");
      const other = this.#stored.get(key);
      if (other !== undefined && other !== name)
        throw new XlsxError(
          "conflict",
          `The functions ${other} and ${name} would have the same name in a file.`,
        );
      this.#stored.set(key, name);
      this.#typed.set(upper, name);
      if (namespace !== "") this.#typed.set(`${namespace.toUpperCase()}.${upper}`, name);
    }
  }

  /** The registered name for a word as typed, in any case, with or without the namespace. */
  fromTyped(word: string): string | undefined {
    return this.#typed.get(word.toUpperCase());
  }

  get hasNamespace(): boolean {
    return this.#namespace !== "";
  }

  /** INV.SAFETYSTOCK, typed with the add-in's namespace, is SAFETYSTOCK to us. */
  withoutNamespace(word: string): string | undefined {
    const namespaced = this.hasNamespace && word.toUpperCase().startsWith(this.#namespace.replace("_", "."));
    return namespaced ? this.fromTyped(word) : undefined;
  }

  /** The registered name for a stored word; undefined when it is not ours. */
  fromStored(word: string): string | undefined {
    if (!word.toLowerCase().startsWith(PREFIX)) return undefined;
    const key = word.slice(PREFIX.length).toUpperCase();
    const local = key.startsWith(this.#namespace) ? key.slice(this.#namespace.length) : key;
    return this.#stored.get(local) ?? this.#stored.get(key);
  }

  toStored(registered: string): string {
    return PREFIX + this.#namespace + registered.toUpperCase().replace(/\./g, "_");
  }
}

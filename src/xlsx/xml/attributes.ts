export type Attributes = Readonly<Record<string, string>>;

/** The value of an attribute whatever the prefix of its namespace: r:id, ns3:id, ... */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

/** The two spellings of a true xsd:boolean. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

export function optionalNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || text.trim() === "" || !Number.isFinite(number) ? undefined : number;
}

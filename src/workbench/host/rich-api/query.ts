import { getProperty, hasProperty, HostObject, propertyNames } from "./host-object";
import type { Query } from "./protocol";

/** What a load asks for: names, and below a navigation what to load there. */
type Wanted = Map<string, Wanted>;

/** Reads the properties a load asks for, in the shape Office.js expects: PascalCase names, collections under _Items. */
export function answerQuery(
  object: HostObject,
  query: Query | undefined,
  notImplemented: (object: HostObject, name: string) => void,
): unknown {
  return read(object, wantedOf(query), query, notImplemented);
}

function wantedOf(query: Query | undefined): Wanted {
  const wanted: Wanted = new Map();
  for (const path of [...(query?.Select ?? []), ...(query?.Expand ?? [])]) {
    let level = wanted;
    for (const part of path.split("/")) {
      const name = part.charAt(0).toUpperCase() + part.slice(1);
      if (name === "Items" || name === "$all" || name === "$none") continue;
      let next = level.get(name);
      if (next === undefined) level.set(name, (next = new Map()));
      level = next;
    }
  }
  return wanted;
}

function read(
  object: HostObject,
  wanted: Wanted,
  query: Query | undefined,
  notImplemented: (object: HostObject, name: string) => void,
): unknown {
  const answer: Record<string, unknown> = {};
  const members = object.members?.();
  if (members !== undefined) {
    const start = query?.Skip ?? 0;
    const end = query?.Top === undefined ? undefined : start + query.Top;
    answer._Items = members
      .slice(start, end)
      .map((member) => read(member, wanted, undefined, notImplemented));
    for (const name of wanted.keys()) {
      if (hasProperty(object, name))
        answer[name] = value(getProperty(object, name), new Map(), notImplemented);
    }
    return answer;
  }
  const names =
    wanted.size > 0
      ? [...wanted.keys()]
      : propertyNames(object).filter((name) => !isNavigation(object, name));
  for (const name of names) {
    if (!hasProperty(object, name)) notImplemented(object, name);
    answer[name] = value(getProperty(object, name), wanted.get(name) ?? new Map(), notImplemented);
  }
  for (const identity of ["Id", "_ReferenceId"]) {
    if (!(identity in answer) && hasProperty(object, identity))
      answer[identity] = getProperty(object, identity);
  }
  return answer;
}

function isNavigation(object: HostObject, name: string): boolean {
  return getProperty(object, name) instanceof HostObject;
}

function value(
  found: unknown,
  wanted: Wanted,
  notImplemented: (object: HostObject, name: string) => void,
): unknown {
  return found instanceof HostObject ? read(found, wanted, undefined, notImplemented) : found;
}

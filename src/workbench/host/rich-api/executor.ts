import { isSteps, type Steps } from "../steps";
import { canSet, getProperty, hasProperty, HostObject, method, setProperty } from "./host-object";
import {
  actionType,
  HostError,
  invalidArgument,
  itemNotFound,
  objectPathType,
  type Action,
  type ArgumentInfo,
  type RichApiRequest,
  type RichApiResponse,
} from "./protocol";
import { answerQuery } from "./query";

export interface ExecutorOptions {
  /** The object that every request starts from: the workbook. */
  readonly root: HostObject;
  /** Objects made by type name, such as Microsoft.ExcelServices.CustomFunctions. */
  readonly newObject: (typeName: string) => HostObject | undefined;
  /** Told of _Register...Event and _Unregister...Event, on whichever object. */
  readonly onRegistration?: (name: string) => void;
  /** Told once for each member of Excel that is asked for and not there. */
  readonly onUnimplemented?: (member: string) => void;
}

/** Executes the requests of Office.js: one after another, each until its first error, as Excel does. */
export class Executor {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new Map<HostObject, string>();
  private readonly missing = new Set<string>();
  private nextReference = 1;

  constructor(private readonly options: ExecutorOptions) {}

  /** Members that were asked for and are not there, oldest first. */
  unimplemented(): readonly string[] {
    return [...this.missing];
  }

  /** Executes one request, resting after each of its actions, and within those that a HostObject does in steps. */
  *execute(request: RichApiRequest): Steps<RichApiResponse> {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    const objects = new Map<number, HostObject | null>();
    let index = 0;
    let path = "";
    try {
      for (; index < request.Actions.length; index++) {
        const action = request.Actions[index];
        path = action.Name;
        if (action.ActionType === actionType.trace) {
          traces.push(action.Id);
          // Handlers of events are registered when this result arrives.
          results.push({ ActionId: action.Id, Value: null });
          continue;
        }
        const value = yield* this.perform(request, action, objects);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
        yield;
      }
      return { Results: results, TraceIds: traces };
    } catch (thrown) {
      const { code, message } =
        thrown instanceof HostError ? thrown : { code: "GeneralException", message: String(thrown) };
      if (!(thrown instanceof HostError)) console.error("Office.js host", thrown);
      const error = { Code: code, Message: message, Location: path, ActionIndex: index, HttpStatusCode: 400 };
      return { Results: results, TraceIds: traces, Error: error };
    }
  }

  private *perform(
    request: RichApiRequest,
    action: Action,
    objects: Map<number, HostObject | null>,
  ): Steps<unknown> {
    const object = this.resolve(request, action.ObjectPathId, objects);
    switch (action.ActionType) {
      case actionType.instantiate:
        return object === null ? null : this.identity(object);
      case actionType.query:
        if (object === null) return null;
        return this.withIdentity(object, answerQuery(object, action.QueryInfo, this.refuse));
      case actionType.method:
        // Office.js keeps a reference of whatever it asked for, also of what turned out not to be there.
        if (object === null && action.Name === "_KeepReference") return null;
        return yield* this.call(request, action, existing(object), objects);
      case actionType.setProperty:
        this.set(existing(object), action.Name, this.arguments(request, action.ArgumentInfo, objects)[0]);
        return undefined;
      case actionType.update:
        this.update(existing(object), this.arguments(request, action.ArgumentInfo, objects)[0]);
        return undefined;
      case actionType.ensureUnchanged:
        return undefined;
      default:
        throw this.refusal(`action type ${action.ActionType}`);
    }
  }

  private *call(
    request: RichApiRequest,
    action: Action,
    object: HostObject,
    objects: Map<number, HostObject | null>,
  ): Steps<unknown> {
    if (action.Name === "_KeepReference") return this.identity(object);
    if (action.Name === "_RemoveReference") return undefined;
    const found = method(object, action.Name);
    if (found === undefined && /^_(Unr|R)egister.*Event$/.test(action.Name)) {
      this.options.onRegistration?.(action.Name);
      return undefined;
    }
    if (found === undefined) throw this.refusal(`${object.constructor.name}.${action.Name}`);
    const called = found(...this.arguments(request, action.ArgumentInfo, objects));
    const answer = isSteps(called) ? yield* called : called;
    return answer instanceof HostObject ? this.identity(answer) : answer === undefined ? undefined : answer;
  }

  private set(object: HostObject, name: string, value: unknown): void {
    if (!canSet(object, name)) throw this.refusal(`${object.constructor.name}.${name} (set)`);
    setProperty(object, name, value);
  }

  private update(object: HostObject, values: unknown): void {
    for (const [name, value] of Object.entries((values ?? {}) as Record<string, unknown>)) {
      const wire = name.charAt(0).toUpperCase() + name.slice(1);
      const current =
        hasProperty(object, wire) && !canSet(object, wire) ? getProperty(object, wire) : undefined;
      if (current instanceof HostObject) this.update(current, value);
      else this.set(object, wire, value);
    }
  }

  private resolve(
    request: RichApiRequest,
    id: number,
    objects: Map<number, HostObject | null>,
  ): HostObject | null {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[String(id)];
    if (path === undefined) throw invalidArgument("InvalidObjectPath");
    const parent = () => {
      const found = this.resolve(request, path.ParentObjectPathId ?? 0, objects);
      return found;
    };
    const args = () => this.arguments(request, path.ArgumentInfo, objects);
    let object: HostObject | null;
    switch (path.ObjectPathType) {
      case objectPathType.global:
        object = this.options.root;
        break;
      case objectPathType.newObject:
        object = this.options.newObject(path.Name) ?? null;
        if (object === null) throw this.refusal(path.Name);
        break;
      case objectPathType.method: {
        const from = parent();
        if (from === null) return null;
        const found = method(from, path.Name);
        if (found === undefined) throw this.refusal(`${from.constructor.name}.${path.Name}`);
        object = (found(...args()) ?? null) as HostObject | null;
        break;
      }
      case objectPathType.property: {
        const from = parent();
        if (from === null) return null;
        if (!hasProperty(from, path.Name)) throw this.refusal(`${from.constructor.name}.${path.Name}`);
        object = getProperty(from, path.Name) as HostObject;
        break;
      }
      case objectPathType.indexer: {
        const from = parent();
        if (from === null) return null;
        if (from.item === undefined) throw this.refusal(`${from.constructor.name} by key`);
        object = from.item(args()[0]);
        break;
      }
      case objectPathType.reference:
        object = this.references.get(path.Name) ?? null;
        if (object === null) throw itemNotFound();
        break;
      default:
        object = null;
    }
    objects.set(id, object);
    return object;
  }

  private arguments(
    request: RichApiRequest,
    info: ArgumentInfo | undefined,
    objects: Map<number, HostObject | null>,
  ): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    const replace = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(reference) && Array.isArray(value))
        return value.map((part, i) => replace(part, reference[i]));
      return typeof reference === "number" && reference !== 0
        ? this.resolve(request, reference, objects)
        : value;
    };
    return (info?.Arguments ?? []).map((value, i) => replace(value, references?.[i]));
  }

  /** What Office.js keeps of an object: its id, or for ranges a reference that we remember. */
  private identity(object: HostObject): Record<string, unknown> {
    const identity: Record<string, unknown> = {};
    if (object.keepsReference) identity._ReferenceId = this.referenceId(object);
    if (hasProperty(object, "Id")) identity.Id = getProperty(object, "Id");
    return identity;
  }

  private withIdentity(object: HostObject, answer: unknown): unknown {
    return { ...this.identity(object), ...(answer as object) };
  }

  private referenceId(object: HostObject): string {
    let id = this.referenceIds.get(object);
    if (id === undefined) {
      id = `reference-${this.nextReference++}`;
      this.referenceIds.set(object, id);
      this.references.set(id, object);
    }
    return id;
  }

  private readonly refuse = (object: HostObject, name: string): never => {
    throw this.refusal(`${object.constructor.name}.${name}`);
  };

  private refusal(member: string): HostError {
    this.missing.add(member);
    this.options.onUnimplemented?.(member);
    return new HostError("NotImplemented", `${member} is not implemented.`);
  }
}

function existing(object: HostObject | null): HostObject {
  if (object === null) throw itemNotFound();
  return object;
}

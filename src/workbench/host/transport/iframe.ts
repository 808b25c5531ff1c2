import type { HostMessage } from "../custom-function-bridge";
import type { OfficeHost } from "../office-host";
import { requirementMatrix } from "../requirement-sets";
import type { RichApiRequest } from "../rich-api/protocol";

/**
 * The add-in in a frame, as Excel on the web holds it: Office.js talks to its parent page by messages. The frame's name must be set before
 * it is attached; that is how Office.js learns who its host is.
 */
interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin?: string;
  readonly _data: unknown;
  readonly _serializerVersion?: number;
}

const conversation = "stockbook-conversation";
const appId = "stockbook";
const dispatch = { richApi: 93, saveSettings: 76 } as const;
const actionType = { invoke: 0, register: 1, unregister: 2 } as const;
const response = { answer: 0, event: 1 } as const;
/** Nothing to tell but that it worked; an empty answer would count as an error. */
const done = { Version: 1, Error: 0 } as const;

/** Name for the frame: host information and the address of the conversation. */
export function frameName(hostOrigin: string): string {
  return JSON.stringify({
    hostInfo: "Excel$Web$16.00$en-US$stockbook$$$3",
    xdmInfo: `${conversation}|${appId}|${hostOrigin}`,
    serializerVersion: "1",
    baseFrameName: "stockbook",
    flights: "[]",
  });
}

/** Answers the frame's messages; returns how to stop. */
export function connectFrame(page: Window, frame: HTMLIFrameElement, host: OfficeHost): () => void {
  const registered = new Map<string, Message>();

  const post = (to: Message, type: number, data: unknown) => {
    const answer = {
      _messageType: 1,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: page.location.origin,
      _errorCode: 0,
      _responseType: type,
      _data: data,
      _serializerVersion: 1,
    };
    frame.contentWindow?.postMessage(JSON.stringify(answer), "*");
  };

  const receive = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || typeof event.data !== "string") return;
    const message = parse(event.data);
    if (message === undefined || message._messageType !== 0) return;
    if (message._actionType === actionType.register) {
      registered.set(eventName(message), message);
      post(message, response.answer, done);
    } else if (message._actionType === actionType.unregister) {
      registered.delete(eventName(message));
      post(message, response.answer, done);
    } else void invoke(message);
  };

  const invoke = async (message: Message) => {
    if (message._actionName === "ContextActivationManager_getAppContextAsync") {
      // A new page in the frame: it will report its functions ready again.
      host.functions.setGone();
      registered.clear();
      post(message, response.answer, appContext(page, host));
      return;
    }
    const data = message._data as { DdaMethod?: { DispatchId?: number } } | null;
    const id = data?.DdaMethod?.DispatchId;
    if (message._actionName === "executeMethod" && id === dispatch.richApi) {
      const answer = await host.execute(richApiRequest(message._data));
      post(message, response.answer, { Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer)] });
    } else post(message, response.answer, message._actionName === "executeMethod" ? done : null);
  };

  page.addEventListener("message", receive);
  host.connect({
    messages: (messages) => {
      const to = registered.get("richApiMessage");
      if (to !== undefined) post(to, response.event, { ArrayData: messages.map(wireMessage) });
    },
    selectionChanged: () => {
      const to = registered.get("documentSelectionChanged");
      if (to !== undefined) post(to, response.event, {});
    },
  });
  return () => page.removeEventListener("message", receive);
}

function parse(text: string): Message | undefined {
  try {
    const message = JSON.parse(text) as Message;
    return typeof message === "object" && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

function eventName(message: Message): string {
  const data = message._data as {
    EventDispatch?: { EventName?: string; DispatchId?: number };
    eventDispId?: number;
  } | null;
  const known: Record<string, string> = { "33": "richApiMessage", "2": "documentSelectionChanged" };
  const dispatchId = data?.EventDispatch?.DispatchId ?? data?.eventDispId;
  if (dispatchId !== undefined && known[String(dispatchId)] !== undefined) return known[String(dispatchId)];
  return message._actionName;
}

/** The request is JSON text somewhere among the parameters of the call. */
function richApiRequest(data: unknown): RichApiRequest {
  const found = findRequest(data);
  if (found === undefined) throw new Error("A request without actions came from Office.js.");
  return found;
}

function findRequest(data: unknown): RichApiRequest | undefined {
  if (typeof data === "string" && data.includes('"Actions"')) return JSON.parse(data) as RichApiRequest;
  if (typeof data !== "object" || data === null) return undefined;
  for (const part of Object.values(data)) {
    const found = findRequest(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wireMessage({ category, type, target, message }: HostMessage, id: number): unknown {
  return [category, type, target, message, String(id), false];
}

function appContext(page: Window, { workbook }: OfficeHost): unknown {
  return {
    _id: appId,
    _appName: 16,
    _appVersion: "16.0",
    _appUILocale: "en-US",
    _dataLocale: "en-US",
    _docUrl: workbook.name,
    _clientMode: 2,
    _settings: [...workbook.settings],
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "stockbook",
    _appInstanceId: "stockbook",
    _touchEnabled: false,
    _commerceAllowed: true,
    _appMinorVersion: 0,
    _requirementMatrix: requirementMatrix(),
    _hostFullVersion: "16.0.18000.0",
    _hostOrigin: page.location.origin,
  };
}

import type { HostMessage } from "../custom-function-bridge";
import type { OfficeHost } from "../office-host";
import { requirementMatrix } from "../requirement-sets";
import type { RichApiRequest } from "../rich-api/protocol";

/**
 * Host and Office.js in one page, through the messenger that Office.js uses on a Mac. For tests in jsdom: call before office.js runs.
 * Its replies are safe arrays: dimensions and sizes first, values flat behind them.
 */
type Callback = (payload: unknown) => unknown;

interface MessagingArguments {
  readonly methodId: number;
  readonly params: { readonly id?: number; readonly apiArgs?: unknown[]; readonly targetId?: string };
}

const methodId = { execute: 1, writeSettings: 4, getContext: 5 } as const;
const executeRichApi = 93;
const event = { selection: 2, richApi: 33 } as const;

export function connectInPage(page: Window, host: OfficeHost): void {
  const handlers = new Map<number, Callback[]>();
  const window = page as unknown as Record<string, unknown>;
  page.name = JSON.stringify({ hostInfo: "Excel$Mac$16.00$en-US$stockbook$$$3" });
  window.webkit = { messageHandlers: { Agave: { postMessage: () => undefined } } };

  window._osfHostAPI = (
    _handler: string,
    { methodId: method, params }: MessagingArguments,
    callback: Callback,
  ) => {
    if (method === methodId.getContext) setTimeout(() => callback(appContext(host)));
    else if (method === methodId.execute && params.id === executeRichApi) {
      const request = JSON.parse(String((params.apiArgs?.[0] as unknown[])[4])) as RichApiRequest;
      void host.execute(request).then((response) => callback(success(JSON.stringify(response))));
    } else setTimeout(() => callback([[[1, 2], 0, null]]));
  };
  window._osfHostRegisterEvent = (
    _handler: string,
    { params }: MessagingArguments,
    onEvent: Callback,
    callback: Callback,
  ) => {
    const id = params.id ?? 0;
    handlers.set(id, [...(handlers.get(id) ?? []), onEvent]);
    setTimeout(() => callback([0]));
    return { eventCallbackId: id };
  };
  window._osfHostUnregisterCallback = (id: number) => handlers.delete(id);

  host.connect({
    messages: (messages) => {
      const payload = [[[1, messages.length], ...messages.map(wireMessage)], event.richApi];
      setTimeout(() => handlers.get(event.richApi)?.forEach((handler) => handler(payload)));
    },
    selectionChanged: () => {
      setTimeout(() => handlers.get(event.selection)?.forEach((handler) => handler([[], event.selection])));
    },
  });
}

/** Status 200, no headers, the text of the answer. */
function success(text: string): unknown {
  return [[[1, 2], 0, [[1, 3], 200, [[1, 0]], text]]];
}

function wireMessage({ category, type, target, message }: HostMessage, id: number): unknown {
  return [[1, 6], category, type, target, message, String(id), false];
}

/** By position, as OSF.Webkit.AppContextProperties names them. */
function appContext({ workbook }: OfficeHost): unknown[] {
  const excel = 1;
  const context: unknown[] = new Array(24).fill("");
  context[0] = [[...workbook.settings.keys()], [...workbook.settings.values()]];
  context[1] = "stockbook";
  context[2] = excel;
  context[3] = 16;
  context[4] = 0;
  context[7] = 2;
  context[8] = "en-US";
  context[9] = "en-US";
  context[11] = workbook.name;
  context[12] = 1;
  context[13] = 1;
  context[16] = "stockbook";
  context[17] = "stockbook";
  context[18] = false;
  context[19] = true;
  context[20] = requirementMatrix();
  context[22] = "16.100.0.0";
  return context;
}

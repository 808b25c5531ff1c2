import { HostObject } from "../rich-api/host-object";
import { itemNotFound } from "../rich-api/protocol";
import type { HostContext } from "./host-context";

/** Excel.SettingCollection: what the add-in keeps in the document. */
export class SettingCollectionObject extends HostObject {
  constructor(private readonly host: HostContext) {
    super();
  }
  override members(): readonly SettingObject[] {
    return [...this.host.workbook.settings.keys()].map((key) => new SettingObject(this.host, key));
  }
  override item(key: unknown): SettingObject {
    return this.GetItem(key);
  }
  GetItem(key: unknown): SettingObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw itemNotFound();
    return found;
  }
  GetItemOrNullObject(key: unknown): SettingObject | null {
    return this.host.workbook.settings.has(String(key)) ? new SettingObject(this.host, String(key)) : null;
  }
  GetCount(): number {
    return this.host.workbook.settings.size;
  }
  Add(key: unknown, value: unknown): SettingObject {
    this.host.workbook.settings.set(String(key), JSON.stringify(value ?? null));
    return new SettingObject(this.host, String(key));
  }
}

class SettingObject extends HostObject {
  constructor(
    private readonly host: HostContext,
    private readonly settingKey: string,
  ) {
    super();
  }
  get Id(): string {
    return this.settingKey;
  }
  get Key(): string {
    return this.settingKey;
  }
  get Value(): unknown {
    return JSON.parse(this.host.workbook.settings.get(this.settingKey) ?? "null");
  }
  set Value(value: unknown) {
    this.host.workbook.settings.set(this.settingKey, JSON.stringify(value ?? null));
  }
  Delete(): void {
    this.host.workbook.settings.delete(this.settingKey);
  }
}

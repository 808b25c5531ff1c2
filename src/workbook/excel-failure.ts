import { WorkbookError } from "./workbook";

/** Excel is in the middle of a cell's edit and takes no orders. */
export function isCellEdit(thrown: unknown): boolean {
  return codeOf(thrown) === "InvalidOperationInCellEditMode";
}

/** What Excel reported, as a sentence for the user. */
export function toWorkbookError(thrown: unknown): Error {
  if (thrown instanceof WorkbookError) return thrown;
  const code = codeOf(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (code === undefined) return thrown instanceof Error ? thrown : new Error(message);
  if (isCellEdit(thrown)) {
    return new WorkbookError(
      "busy",
      "A cell is being edited. Press Enter or Esc in the sheet and try again.",
    );
  }
  if (code === "ItemNotFound") return new WorkbookError("not-found", message);
  if (code === "AccessDenied") {
    return new WorkbookError(
      "protected",
      "The sheet or the workbook is protected. Unprotect it and try again.",
    );
  }
  if (code === "InvalidArgument") return new WorkbookError("invalid", message);
  return new WorkbookError("failed", `Excel could not do it: ${message}`);
}

function codeOf(thrown: unknown): string | undefined {
  const { code } = (thrown ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}

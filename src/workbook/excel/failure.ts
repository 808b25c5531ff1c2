import { WorkbookError } from "../workbook";

/** Excel is in the middle of a cell's edit and takes no orders. */
export function isCellEdit(thrown: unknown): boolean {
  return codeOf(thrown) === "InvalidOperationInCellEditMode";
}

/** More was asked for than one answer may hold (5 MB in Excel on the web). */
export function isTooLarge(thrown: unknown): boolean {
  return codeOf(thrown) === "ResponsePayloadSizeLimitExceeded";
}

/** Not one block of cells is selected: several, or a picture. */
export function isInvalidSelection(thrown: unknown): boolean {
  return codeOf(thrown) === "InvalidSelection";
}

/** Excel does not take what it was given. */
export function isInvalid(thrown: unknown): boolean {
  return ["InvalidArgument", "InvalidReference", "GeneralException"].includes(codeOf(thrown) ?? "");
}

/** What Excel reported, as a sentence for the user. Anything that is not from Excel is left as it is. */
export function toWorkbookError(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = codeOf(thrown);
  if (error instanceof WorkbookError || code === undefined) return error;
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return new WorkbookError(
        "busy",
        "A cell is being edited. Press Enter or Esc in the sheet and try again.",
      );
    case "AccessDenied":
      return new WorkbookError(
        "protected",
        "The sheet or the workbook is protected. Unprotect it and try again.",
      );
    case "InvalidSelection":
      return new WorkbookError("invalid", "Something other than cells is selected. Select a cell first.");
    case "ApiNotFound":
    case "NotImplemented":
    case "UnsupportedOperation":
      return new WorkbookError("unsupported", "The application that shows this workbook cannot do it.");
    case "ItemNotFound":
      return new WorkbookError("not-found", "It is no longer in the workbook. Refresh and try again.");
    case "InvalidArgument":
    case "InvalidReference":
      return new WorkbookError("invalid", `Excel does not take it: ${error.message}`);
    default:
      return new WorkbookError("failed", `Excel could not do it: ${error.message}`);
  }
}

function codeOf(thrown: unknown): string | undefined {
  const { code } = (thrown ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}

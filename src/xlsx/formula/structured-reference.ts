const THIS_ROW = /^\[\s*\[#This Row\]\s*,\s*([\s\S]+?)\s*\]$/i;
/** Column names with any of these need brackets of their own after "@". */
const SPECIAL = /[\s,:.[\]#"'{}$^&*+=\-<>/()|!@%;~`]/;

/** [[#This Row],[Cost]] -> [@Cost]; other references stay as they are. */
export function typedThisRow(bracket: string): string {
  if (/^\[#This Row\]$/i.test(bracket)) return "[@]";
  const columns = THIS_ROW.exec(bracket)?.[1];
  if (!columns) return bracket;
  const single = /^\[((?:[^'[\]]|'.)*)\]$/.exec(columns)?.[1];
  return single !== undefined && !SPECIAL.test(single) ? `[@${single}]` : `[@${columns}]`;
}

/** [@Cost] -> [[#This Row],[Cost]]; other references stay as they are. */
export function storedThisRow(bracket: string): string {
  const columns = /^\[\s*@([\s\S]*)\]$/.exec(bracket)?.[1]?.trim();
  if (columns === undefined) return bracket;
  if (columns === "") return "[#This Row]";
  return `[[#This Row],${columns.startsWith("[") ? columns : `[${columns}]`}]`;
}

/**
 * What the host answers for. ExcelApi members above are there as far as the add-in needs them; the developer drawer lists what it
 * asked for in vain. CustomFunctions 1.9 is what switches Office.js to its faster exchange of results.
 */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.3",
  CustomFunctions: "1.9",
};

/** As Office.js reads it from the host: set names in capitals, versions as numbers. */
export function requirementMatrix(): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(requirementSets).map(([name, version]) => [name, Number(version)])),
  );
}

/**
 * Who may import whom inside src/. The lint rule and test/architecture.test.ts both read this table.
 * `mayImport` lists the other folders; the rest of src/ is out of reach, for the reason given.
 */
const folders = {
  engine: { mayImport: [], why: "the engine is pure numbers and stands alone." },
  functions: { mayImport: ["engine"], why: "a function joins cells and engine, nothing else." },
  xlsx: { mayImport: [], why: "the file format knows cells and formulas, not what they mean." },
  workbook: { mayImport: ["engine"], why: "tables are described without knowing who reads them." },
  calculator: {
    mayImport: ["engine", "functions", "xlsx"],
    why: "the formula engine plays Excel: it knows our functions and how formulas and workbooks are written.",
  },
  analyses: {
    mayImport: ["engine", "workbook"],
    why: "an analysis is pure: tables in, tables and issues out.",
  },
  worker: {
    mayImport: ["engine", "functions", "analyses", "workbook"],
    why: "the pool runs functions and analyses.",
  },
  pane: {
    mayImport: ["engine", "functions", "workbook", "analyses", "worker"],
    why: "the pane renders; Excel is reached through the Workbook interface.",
  },
  excel: {
    mayImport: ["engine", "functions", "workbook", "analyses", "worker", "pane"],
    why: "the add-in must run without the workbench and the command line.",
  },
  workbench: {
    mayImport: ["engine", "functions", "xlsx", "workbook", "calculator", "analyses", "worker"],
    why: "the workbench plays Excel; it meets the add-in only through office.js.",
  },
  cli: {
    mayImport: ["engine", "functions", "xlsx", "workbook", "calculator", "analyses", "worker"],
    why: "the command line has no pane and no browser.",
  },
};

const importRules = Object.entries(folders).map(([folder, { mayImport, why }]) => ({
  folder,
  why,
  mayImport,
  mayNotImport: Object.keys(folders).filter((other) => other !== folder && !mayImport.includes(other)),
}));

module.exports = { importRules };

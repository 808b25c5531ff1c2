import { quantityFormat } from "../../src/workbook/tables/define-table";
import type { NewStyle } from "../../src/xlsx";

const heading: NewStyle = { bold: true, colour: "#FFFFFF", fill: "#1F4E78", vertical: "center", wrap: true };
/** Inputs are blue on pale yellow, formulas black: the modelling standard. */
const input: NewStyle = { colour: "#0000FF", fill: "#FFFFE0" };

export const styles = {
  title: { bold: true, size: 18, colour: "#1F4E78" },
  note: { italic: true, colour: "#595959" },
  label: { bold: true },
  heading,
  monthHeading: { ...heading, numberFormat: "yyyy-mm", horizontal: "center" },
  aheadHeading: { ...heading, numberFormat: '"month +"0', horizontal: "center" },
  inputPercent: { ...input, numberFormat: "0.0%" },
  inputNumber: { ...input, numberFormat: "#,##0.0" },
  inputWhole: { ...input, numberFormat: "0" },
  text: { numberFormat: "@" },
  date: { numberFormat: "yyyy-mm-dd" },
  quantity: { numberFormat: quantityFormat },
  topNumber: { numberFormat: "#,##0.00", vertical: "top" },
  topWhole: { numberFormat: "#,##0", vertical: "top" },
  topCentred: { horizontal: "center", vertical: "top" },
  wrapped: { wrap: true, vertical: "top" },
  whole: { numberFormat: "#,##0" },
  decimals: { numberFormat: "#,##0.00" },
  percent: { numberFormat: "0.0%" },
  centred: { horizontal: "center" },
} satisfies Record<string, NewStyle>;

export type StyleName = keyof typeof styles;

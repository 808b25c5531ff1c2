import { isoTextOfSerial } from "../../engine/calendar";
import { lettersTable, type Row } from "../../workbook/tables";
import type { SharedLine } from "./share-item";

type Letter = Row<typeof lettersTable.columns>;

/** A text for every customer of whom something is short, in the order of their codes. */
export function lettersOf(lines: readonly SharedLine[], runId: string): Letter[] {
  const byCustomer = new Map<string, SharedLine[]>();
  for (const line of lines) {
    if (line.customer === "" || line.allocated >= line.wanted) continue;
    const list = byCustomer.get(line.customer);
    if (list === undefined) byCustomer.set(line.customer, [line]);
    else list.push(line);
  }
  return [...byCustomer]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([customer, short]): Letter => ({
      Customer: customer,
      Name: short[0].name === "" ? null : short[0].name,
      Lines: short.length,
      Text: letter(short),
      RunId: runId,
    }));
}

function letter(short: readonly SharedLine[]): string {
  const [{ name }] = short;
  const lines = short.map(({ order, line, item, wanted, allocated, requested }) => {
    const asked = requested === null ? "" : `, asked for ${isoTextOfSerial(requested)}`;
    const sent = allocated === 0 ? "nothing yet" : `${shown(allocated)} now`;
    return `- order ${order}, line ${line}: ${item}, ${shown(wanted)} open${asked}: ${sent}, ${shown(wanted - allocated)} to follow`;
  });
  return [
    name === "" ? "Dear customer," : `Dear ${name},`,
    "",
    "we cannot ship all you ordered at once. From the stock at hand you get:",
    ...lines,
    "",
    "The rest follows as soon as goods arrive. Please tell us where that is too late.",
  ].join("\n");
}

const shown = (units: number) => String(Math.round(units * 100) / 100);

import { book, calculate } from "./book";

const names = ["Bolt", "bolt", "Nut", "TRUE", "3", "may 2020", "b*", "Änderung", "#N/A", "x", "=Nut", ""];
const cells: Record<string, number | string | boolean> = {};
names.forEach((name, i) => {
  cells[`A${i + 1}`] = name;
  cells[`B${i + 1}`] = (i + 1) / 10;
  cells[`C${i + 1}`] = names[names.length - 1 - i];
});
cells.A13 = 3;
cells.B13 = 1.3;
cells.A14 = true;
cells.B14 = 1.4;
cells.A15 = "Nut";
cells.B15 = "no number";
cells.A16 = "x";
cells.B16 = "=1/0";
cells.A17 = "bolt";
cells.B17 = 0.1;

test("SUMIF over a column of criteria gives what it gives for each of them alone", async () => {
  const alone: Record<string, string> = {};
  for (let i = 1; i <= names.length; i++) alone[`H${i}`] = `=SUMIF(A1:A17,C${i},B1:B17)`;
  const { at } = await calculate(
    book({ Plan: { ...cells, E1: "=SUMIF(A1:A17,C1:C12,B1:B17)", F1: "=SUMIF(A1:A17,C1:C12)", ...alone } }),
  );
  const together = at("E1");
  expect(together).toEqual(names.map((_, i) => [at(`H${i + 1}`)]));
  const byName = new Map(names.map((name, i) => [name, (together as unknown[][])[names.length - 1 - i][0]]));
  // Text is told from text without regard to its case; an error in what is added up is the answer.
  expect(byName.get("Bolt")).toBeCloseTo(0.1 + 0.2 + 0.1, 12);
  expect(byName.get("Nut")).toBeCloseTo(0.3, 12);
  expect(byName.get("x")).toEqual({ error: "#DIV/0!" });
  expect(byName.get("Änderung")).toBeCloseTo(0.8, 12);
});

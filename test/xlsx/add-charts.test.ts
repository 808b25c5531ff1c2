import { addCharts, createXlsx, openPackage, readWorkbook, type SheetChart } from "../../src/xlsx";
import { chartsInLibreOffice, judge } from "../libreoffice";

const rows = [
  ["Bucket", "ByReceipt", "ByLastIssue"],
  ["0-90", 60, 200],
  ["91-180", 100, 0],
  ["over 365", 40, 10],
];
const book = () =>
  openPackage(
    createXlsx({
      sheets: [
        { name: "Ageing's totals", rows, tables: [{ name: "AgeingTotals", ref: "A1:C4" }] },
        { name: "Other", rows: [[1]] },
      ],
    }),
  );
const column = (at: number) => ({ row: 1, column: at, rows: 3, columns: 1 });
const chart: SheetChart = {
  sheet: "Ageing's totals",
  name: "Chart 1",
  title: "Value by age & basis",
  kind: "columns",
  labels: column(0),
  labelFormat: undefined,
  series: [
    { name: "ByReceipt", values: column(1) },
    { name: "ByLastIssue", values: column(2) },
  ],
  from: { row: 1, column: 4 },
  to: { row: 18, column: 12 },
};

test("a chart refers to the cells, stands on their sheet, and leaves every other part as it was", () => {
  const before = book();
  const after = openPackage(addCharts(before, [chart]));
  const { text } = after.readText("xl/charts/chart.xml");
  expect(text).toContain("<c:f>'Ageing''s totals'!$B$2:$B$4</c:f>");
  expect(text).toContain("<c:f>'Ageing''s totals'!$A$2:$A$4</c:f>");
  expect(text).toContain("Value by age &amp; basis");
  expect(after.readText("xl/worksheets/sheet1.xml").text).toMatch(
    /<drawing [^>]*r:id="rId\d+"\/><tableParts/,
  );
  expect(after.related("xl/worksheets/sheet1.xml", "drawing")).toBe("xl/drawings/drawing.xml");
  expect(after.related("xl/drawings/drawing.xml", "chart")).toBe("xl/charts/chart.xml");
  const changed = before.partNames.filter(
    (part) => !Buffer.from(before.read(part)).equals(Buffer.from(after.read(part))),
  );
  expect(changed.sort()).toEqual(
    ["[Content_Types].xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml"].sort(),
  );
  expect(readWorkbook(after)).toEqual(readWorkbook(before));
});

test("a second chart joins the first; one on a sheet without relationships gets them", () => {
  const other = { ...chart, sheet: "Other", kind: "line" as const, labels: undefined };
  const after = openPackage(
    addCharts(book(), [chart, { ...chart, name: "Chart 2", kind: "stacked" }, other]),
  );
  const { text } = after.readText("xl/drawings/drawing.xml");
  expect(text.match(/<xdr:twoCellAnchor/g)).toHaveLength(2);
  expect([...text.matchAll(/cNvPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(["2", "3"]);
  expect(after.readText("xl/charts/chart2.xml").text).toContain('<c:grouping val="stacked"/>');
  expect(after.related("xl/worksheets/sheet2.xml", "drawing")).toBe("xl/drawings/drawing2.xml");
});

judge(
  "LibreOffice reads each chart with its title and the values of its cells",
  () => {
    const charts = [
      chart,
      {
        ...chart,
        name: "Chart 2",
        kind: "stacked" as const,
        title: "Stacked",
        from: { row: 20, column: 4 },
        to: { row: 36, column: 12 },
      },
    ];
    const read = chartsInLibreOffice(addCharts(book(), charts));
    expect(chartsInLibreOffice(book().toBytes())).toEqual([]);
    expect(read).toHaveLength(2);
    for (const content of read) {
      expect(content).toContain('chart:class="chart:bar"');
      for (const part of ["over 365", "ByLastIssue", 'office:value="200"']) expect(content).toContain(part);
    }
    expect(read.filter((content) => content.includes("Value by age &amp; basis"))).toHaveLength(1);
    expect(read.filter((content) => /chart:stacked="true"/.test(content))).toHaveLength(1);
  },
  200_000,
);

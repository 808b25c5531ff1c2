import { parseCell } from "../a1";
import { walkXml, type XmlTag } from "../xml/walk-xml";
import { damaged } from "../xlsx-error";

/** A <c> element as it stands in the file. Offsets are into the text of the sheet's part. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly tag: XmlTag;
  end: number;
  /** The <f> element: attributes, text, and place. */
  formula?: {
    readonly attributes: Readonly<Record<string, string>>;
    text: string;
    start: number;
    end: number;
  };
  /** Text of <v>, or of <is>; undefined when there is none. */
  value?: string;
  /** Offsets of the <v> or <is> elements. */
  values: { start: number; end: number }[];
}

export interface RawRow {
  readonly row: number;
  readonly tag: XmlTag;
  end: number;
}

export interface SheetVisitor {
  row?(row: RawRow): void;
  rowEnd?(row: RawRow): void;
  cell?(cell: RawCell): void;
  /** Every element outside of the cells, sheetData itself included. */
  tag?(tag: XmlTag): void;
  sheetDataEnd?(end: number): void;
}

/** Walks a worksheet part. Rows and cells may leave out their address: they then follow the one before. */
export function walkSheet(text: string, part: string, visitor: SheetVisitor): void {
  let row: RawRow | undefined;
  let cell: RawCell | undefined;
  let inData = false;
  let lastRow = -1;
  let lastColumn = -1;
  /** The element inside the cell whose text is wanted: f, v, or t below is. */
  let reading: "f" | "v" | "t" | undefined;
  let valueStart = 0;
  let phonetic = 0;

  walkXml(text, part, {
    open(tag) {
      if (cell) openInCell(tag, cell);
      else if (row && tag.name === "c") {
        const position = tag.attributes.r === undefined ? undefined : parseCell(tag.attributes.r);
        if (tag.attributes.r !== undefined && !position)
          throw damaged(`the part ${part} holds a cell named ${tag.attributes.r.slice(0, 20)}`);
        lastColumn = position ? position.column : lastColumn + 1;
        cell = { row: row.row, column: lastColumn, tag, end: tag.end, values: [] };
      } else if (inData && tag.name === "row") {
        const number = tag.attributes.r === undefined ? lastRow + 2 : Number(tag.attributes.r);
        if (!Number.isInteger(number) || number < 1 || number > 1_048_576)
          throw damaged(`the part ${part} holds a row numbered ${String(tag.attributes.r).slice(0, 20)}`);
        lastRow = number - 1;
        lastColumn = -1;
        row = { row: lastRow, tag, end: tag.end };
        visitor.row?.(row);
      } else {
        if (tag.name === "sheetData") inData = true;
        visitor.tag?.(tag);
      }
    },
    close(name, end) {
      if (cell) closeInCell(name, end, cell);
      else if (row && name === "row") {
        row.end = end;
        visitor.rowEnd?.(row);
        row = undefined;
      } else if (name === "sheetData") {
        inData = false;
        visitor.sheetDataEnd?.(end);
      }
    },
    text(piece) {
      if (!cell || !reading || phonetic > 0) return;
      if (reading === "f") cell.formula!.text += piece;
      else cell.value = (cell.value ?? "") + piece;
    },
  });

  function openInCell(tag: XmlTag, current: RawCell): void {
    if (tag.name === "f") {
      current.formula = { attributes: tag.attributes, text: "", start: tag.start, end: tag.end };
      reading = "f";
    } else if (tag.name === "v" || tag.name === "is") {
      valueStart = tag.start;
      current.value ??= "";
      if (tag.name === "v") reading = "v";
    } else if (tag.name === "t") reading = "t";
    else if (tag.name === "rPh") phonetic++;
  }

  function closeInCell(name: string, end: number, current: RawCell): void {
    if (name === "f") current.formula!.end = end;
    else if (name === "v" || name === "is") current.values.push({ start: valueStart, end });
    else if (name === "rPh") phonetic--;
    else if (name === "c") {
      current.end = end;
      cell = undefined;
      visitor.cell?.(current);
    }
    if (name !== "r" && name !== "rPr") reading = undefined;
  }
}

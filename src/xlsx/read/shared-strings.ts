import { walkXml } from "../xml/walk-xml";
import { unescapeCellText } from "../xml/xml-text";
import { XlsxError } from "../xlsx-error";

/** The texts of sharedStrings.xml; runs of rich text are joined, reading aids (phonetic runs) left out. */
export function readSharedStrings(text: string, part: string, most: number): string[] {
  const strings: string[] = [];
  let current = "";
  let reading = false;
  let phonetic = 0;
  walkXml(text, part, {
    open({ name }) {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") reading = phonetic === 0;
    },
    close(name) {
      if (name === "t") reading = false;
      else if (name === "rPh") phonetic--;
      else if (name === "si") {
        if (strings.length >= most)
          throw new XlsxError("too-large", `The workbook holds more than ${most} texts.`);
        strings.push(unescapeCellText(current));
      }
    },
    text(piece) {
      if (reading) current += piece;
    },
  });
  return strings;
}

import { CONTENT_TYPES } from "../package/xlsx-package";
import { relationshipsPart } from "../package/relationships";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

const contentTypes = {
  officeDocument: "sheet.main+xml",
  worksheet: "worksheet+xml",
  table: "table+xml",
  styles: "styles+xml",
  sharedStrings: "sharedStrings+xml",
  sheetMetadata: "sheetMetadata+xml",
} as const;

export type PartKind = keyof typeof contentTypes;

interface Part {
  readonly name: string;
  readonly kind: PartKind;
  readonly text: string;
  /** The part that points to this one; "" is the package itself. */
  readonly owner: string;
}

/** The parts of a new workbook; knows how they are registered and linked. */
export class PartList {
  readonly #parts: Part[] = [];

  add(name: string, kind: PartKind, text: string, owner: string): void {
    this.#parts.push({ name, kind, text, owner });
  }

  /** All files of the package, with content types and relationships, in the order Excel writes them. */
  files(): { name: string; text: string }[] {
    const overrides = this.#parts.map(
      ({ name, kind }) => `<Override PartName="/${name}" ContentType="${SPREADSHEET}${contentTypes[kind]}"/>`,
    );
    const types =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
    const owners = [...new Set(this.#parts.map(({ owner }) => owner))].sort();
    return [
      { name: CONTENT_TYPES, text: types },
      ...owners.map((owner) => ({ name: relationshipsPart(owner), text: this.#relationships(owner) })),
      ...this.#parts,
    ];
  }

  #relationships(owner: string): string {
    const links = this.#parts
      .filter((part) => part.owner === owner)
      .map(
        ({ name, kind }, index) =>
          `<Relationship Id="rId${index + 1}" Type="${OFFICE}${kind}" Target="/${name}"/>`,
      );
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
      `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`
    );
  }
}

import type {
  bomTable,
  changesTable,
  contractsTable,
  customersTable,
  itemsTable,
  lifecycleTable,
  lotsTable,
  policiesTable,
  Row,
} from "../../../src/workbook/tables";
import { closing, mean, packOf, type Company } from "./company";
import { serial } from "./calendar";
import { cents, companyItems } from "./items";

type Records<T extends { readonly columns: never }> = Partial<Row<T["columns"]>>[];

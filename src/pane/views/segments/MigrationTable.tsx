import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Migrated } from "../../../analyses/segments/segment-migration";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { formatCompact, formatUnits, formatWhole } from "../../format";
import { noFigure, signedMoney } from "./names";

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/** From class to class: how many, how much value, and what it does to safety stock. */
export function MigrationTable({ migration }: { readonly migration: readonly Migrated[] }) {
  const styles = useStyles();
  const from = [...new Set(migration.map((cell) => cell.from))];
  const to = [...new Set(migration.map((cell) => cell.to))].sort(byClass);
  const at = (row: string, column: string) =>
    migration.find((cell) => cell.from === row && cell.to === column);
  const moves = migration.filter((cell) => cell.from !== cell.to);
  const unpriced = migration.reduce((sum, cell) => sum + cell.unpriced, 0);
  return (
    <Section title="Migration">
      <FigureTable
        caption="Items by class now (rows) and by the review (columns)"
        columns={["Now", ...to]}
        rows={from.map((row) => ({
          key: row,
          cells: [row, ...to.map((column) => countOr(at(row, column)))],
        }))}
      />
      {moves.length > 0 && (
        <FigureTable
          caption="Value that moves, and what the new targets add to safety stock"
          columns={["Move", "Items", "Value", "Units", "Money"]}
          rows={moves.map(({ from: row, to: column, count, value, units, cash }) => ({
            key: row + column,
            cells: [
              `${row} to ${column}`,
              formatWhole(count),
              formatCompact(value),
              row === "-" ? noFigure : formatUnits(units),
              row === "-" ? noFigure : signedMoney(cash),
            ],
          }))}
        />
      )}
      {unpriced > 0 && (
        <Text size={200} className={styles.muted}>
          The stock effect of {formatWhole(unpriced)} of them is not known: it needs demand, lead time and
          cost.
        </Text>
      )}
    </Section>
  );
}

function countOr(cell: Migrated | undefined): string {
  return cell === undefined ? noFigure : formatWhole(cell.count);
}

/** A, B, C, then N and -. */
function byClass(a: string, b: string): number {
  const rank = (name: string) => ["A", "B", "C", "N", "-"].indexOf(name);
  return rank(a) - rank(b);
}

import { FigureTable } from "../../components/FigureTable";
import { formatWhole } from "../../format";

interface Props {
  /** What the plans are of. */
  readonly name: string;
  /** Money a year. */
  readonly corporate: number;
  readonly local: number;
  readonly agreed: number;
}

/** The same stock planned three ways, side by side. */
export function ThreeCosts({ name, corporate, local, agreed }: Props) {
  const costs = [corporate, local, agreed];
  return (
    <FigureTable
      caption="Carrying safety stock, money a year"
      columns={["", "Corporate", "Local", "Agreed"]}
      rows={[
        { key: "cost", cells: [name, ...costs.map(formatWhole)] },
        {
          key: "more",
          cells: ["Over corporate", "", ...costs.slice(1).map((cost) => formatWhole(cost - corporate))],
        },
      ]}
    />
  );
}

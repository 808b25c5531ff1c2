import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { FormulaBox } from "../components/FormulaBox";
import { ReferenceLink } from "../components/ReferenceLink";
import { formatValue } from "../format";
import { CallExplanation } from "./CallExplanation";
import type { SelectionExplanation } from "./explain-selection";

const useStyles = makeStyles({
  cell: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  result: { display: "flex", flexDirection: "column" },
  address: { color: tokens.colorNeutralForeground2 },
});

type Explained = Extract<SelectionExplanation, { kind: "explained" }>;

export function ExplainedCell({ explanation }: { readonly explanation: Explained }) {
  const styles = useStyles();
  const { address, anchor, formula, shown, calls } = explanation;
  return (
    <div className={styles.cell}>
      <div className={styles.result}>
        <Text className={styles.address}>{address}</Text>
        <Text size={600} weight="semibold">
          {formatValue(shown)}
        </Text>
        {anchor !== undefined && (
          <Text>
            Part of the answer of <ReferenceLink address={anchor} />
          </Text>
        )}
      </div>
      <FormulaBox formula={formula} label="Formula" />
      {calls.length === 1 ? (
        <CallExplanation call={calls[0]} />
      ) : (
        <Accordion collapsible defaultOpenItems={[0]}>
          {calls.map((call, i) => (
            <AccordionItem key={i} value={i}>
              <AccordionHeader as="h2">
                <Text weight="semibold">{call.definition.name}</Text>
              </AccordionHeader>
              <AccordionPanel>
                <CallExplanation call={call} titled={false} />
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </div>
  );
}

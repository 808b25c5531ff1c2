import { Spinner } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Workbook } from "../../workbook/workbook";
import { Advice } from "../components/Advice";
import { HiddenText } from "../components/HiddenText";
import { ToolPanel } from "../components/ToolPanel";
import { formatValue } from "../format";
import { usePane } from "../pane-context";
import { failureText } from "../use-attempt";
import { useLive } from "../use-live";
import { ExplainedCell } from "./ExplainedCell";
import { explainSelection, type SelectionExplanation } from "./explain-selection";

export function ExplainPanel({ onClose }: { readonly onClose: () => void }) {
  const { namespace } = usePane();
  const load = useCallback(
    async (workbook: Workbook) => explainSelection(workbook, await workbook.selection(), namespace),
    [namespace],
  );
  const explanation = useLive(load, "selection", "changes");
  return (
    <ToolPanel title="Explain this cell" onClose={onClose}>
      <HiddenText role="status">
        {explanation.state === "ready" && announcement(explanation.value)}
      </HiddenText>
      {explanation.state === "loading" && <Spinner size="small" label="Reading the cell" />}
      {explanation.state === "failed" && (
        <Advice title="The selected cell cannot be read" text={failureText(explanation.error)} />
      )}
      {explanation.state === "ready" && <ExplanationOf explanation={explanation.value} />}
    </ToolPanel>
  );
}

/** What a screen reader says when another cell is selected; the rest is there to be read. */
function announcement(explanation: SelectionExplanation): string {
  if (explanation.kind !== "explained") return `${explanation.address}: nothing to explain`;
  const names = explanation.calls.map(({ definition }) => definition.name).join(", ");
  return `${explanation.address}: ${names}, ${formatValue(explanation.shown)}`;
}

function ExplanationOf({ explanation }: { readonly explanation: SelectionExplanation }) {
  const { open } = usePane();
  const build = { label: "Open the formula builder", onClick: () => open({ kind: "builder" }) };
  switch (explanation.kind) {
    case "blank":
      return (
        <Advice
          title={`${explanation.address} is blank`}
          text="Select a cell with a Stockbook formula, or put one here with the formula builder."
          action={build}
        />
      );
    case "value":
      return (
        <Advice
          title={`${explanation.address} holds a typed value`}
          text="There is no formula behind it. Select a cell whose formula uses a Stockbook function."
          action={build}
        />
      );
    case "other-formula":
      return (
        <Advice
          title={`${explanation.address} uses no Stockbook function`}
          text={`Its formula ${explanation.formula} is Excel's own; Excel explains it under Formulas, Evaluate Formula. Select a cell whose formula uses a Stockbook function.`}
          action={build}
        />
      );
    case "explained":
      return <ExplainedCell key={explanation.formula} explanation={explanation} />;
  }
}

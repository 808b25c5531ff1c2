import { Button, Spinner } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { findFunction } from "../../functions/catalogue";
import type { Workbook } from "../../workbook/workbook";
import { Advice } from "../components/Advice";
import { ToolPanel } from "../components/ToolPanel";
import { failureText } from "../use-attempt";
import { useLive } from "../use-live";
import { BuilderForm } from "./BuilderForm";
import { FunctionPicker } from "./FunctionPicker";

interface Props {
  /** Chosen already, in the search; else the panel starts with the list. */
  readonly functionName?: string;
  readonly onClose: () => void;
}

/** What fields are filled from: taken once, so that choosing the target does not change them. */
const readSurroundings = async (workbook: Workbook) => ({
  selection: await workbook.selection(),
  tables: await workbook.tables(),
});

export function BuilderPanel({ functionName, onClose }: Props) {
  const [name, setName] = useState(functionName);
  const [job, setJob] = useState("");
  const surroundings = useLive(readSurroundings);
  const definition = name === undefined ? undefined : findFunction(name);
  return (
    <ToolPanel title="Formula builder" onClose={onClose}>
      {definition === undefined && <FunctionPicker job={job} onJob={setJob} onPick={setName} />}
      {definition !== undefined && (
        <div>
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowLeftRegular />}
            onClick={() => setName(undefined)}
          >
            All functions
          </Button>
        </div>
      )}
      {definition !== undefined && surroundings.state === "loading" && (
        <Spinner size="small" label="Reading the selection" />
      )}
      {surroundings.state === "failed" && (
        <Advice title="The workbook cannot be read" text={failureText(surroundings.error)} />
      )}
      {definition !== undefined && surroundings.state === "ready" && (
        <BuilderForm key={definition.name} definition={definition} {...surroundings.value} />
      )}
    </ToolPanel>
  );
}

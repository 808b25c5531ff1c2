import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FunctionDefinition } from "../../functions/define";
import type { Selection, TableInfo } from "../../workbook/workbook";
import { Heading } from "../components/Heading";
import { usePane } from "../pane-context";
import { useSelection } from "../use-selection";
import { firstCell } from "../formula/address";
import { ArgumentField } from "./ArgumentField";
import { formulaText, type FieldTexts } from "./formula-text";
import { InsertFormula } from "./InsertFormula";
import { fittingColumns, prefill } from "./prefill";
import { PreviewBox } from "./PreviewBox";
import { usePreview } from "./use-preview";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly definition: FunctionDefinition;
  /** As they were when the builder was opened. */
  readonly selection: Selection;
  readonly tables: readonly TableInfo[];
}

export function BuilderForm({ definition, selection, tables }: Props) {
  const styles = useStyles();
  const { namespace } = usePane();
  const [texts, setTexts] = useState<FieldTexts>(() =>
    prefill(
      definition,
      { address: selection.address, cells: selection.rowCount * selection.columnCount },
      tables,
    ),
  );
  const current = useSelection();
  const target = current.state === "ready" ? current.value : selection;
  const preview = usePreview(definition, texts, firstCell(target.address));
  const formula = formulaText(definition, texts, namespace);
  const set = (name: string, text: string) => setTexts((before) => ({ ...before, [name]: text }));
  return (
    <div className={styles.form}>
      <div>
        <Heading level={2}>{definition.name}</Heading>
        <Text block>{definition.summary}</Text>
      </div>
      <div className={styles.fields}>
        {Object.entries(definition.args).map(([name, argument]) => (
          <ArgumentField
            key={name}
            name={name}
            argument={argument}
            vector={definition.vector}
            text={texts[name] ?? ""}
            columns={fittingColumns(name, tables)}
            selected={target.address}
            problem={preview?.problems[name]}
            onChange={(text) => set(name, text)}
          />
        ))}
      </div>
      <PreviewBox definition={definition} formula={formula} preview={preview} />
      <InsertFormula formula={formula} preview={preview} target={target} />
    </div>
  );
}

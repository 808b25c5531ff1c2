import { Combobox, Option, OptionGroup, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { findFunctions } from "../search/find-functions";
import { rank } from "../search/rank";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";
import { useTables } from "../use-tables";
import type { ViewDefinition } from "../view";

const useStyles = makeStyles({
  box: { minWidth: 0, flexGrow: 1 },
  list: { maxHeight: "60vh" },
  summary: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const SHOWN_FUNCTIONS = 8;

/** Finds views, tables of this workbook and functions, and goes there. */
export function PaneSearch({ views }: { readonly views: readonly ViewDefinition[] }) {
  const styles = useStyles();
  const { open, workbook } = usePane();
  const [query, setQuery] = useState("");
  const tables = useTables();
  const { attempt } = useAttempt();
  const foundViews = rank(query, views, ({ title, summary }) => ({ name: title, texts: [summary] }));
  const foundTables = rank(query, tables, ({ name, columns }) => ({
    name,
    texts: ["table", columns.join(" ")],
  }));
  const foundFunctions = findFunctions(query).slice(0, SHOWN_FUNCTIONS);
  const nothing = foundViews.length + foundTables.length + foundFunctions.length === 0;

  const go = (value: string | undefined) => {
    setQuery("");
    const [kind, name] = (value ?? "").split(/:(.*)/s);
    if (kind === "view") open({ kind: "view", id: name });
    else if (kind === "function") open({ kind: "builder", functionName: name });
    else if (kind === "table") {
      const table = tables.find((candidate) => candidate.name === name);
      if (table) void attempt(`Cannot show ${name}`, () => workbook.select(table.address));
    }
  };

  return (
    <Combobox
      className={styles.box}
      aria-label="Search functions, views and tables"
      placeholder="Search"
      size="small"
      freeform
      expandIcon={<SearchRegular />}
      value={query}
      selectedOptions={[]}
      listbox={{ className: styles.list }}
      onChange={({ target }) => setQuery(target.value)}
      onOptionSelect={(_, { optionValue }) => go(optionValue)}
    >
      {foundViews.length > 0 && (
        <OptionGroup label="Views">
          {foundViews.map(({ id, title }) => (
            <Option key={id} value={`view:${id}`}>
              {title}
            </Option>
          ))}
        </OptionGroup>
      )}
      {foundFunctions.length > 0 && (
        <OptionGroup label="Functions">
          {foundFunctions.map(({ name, summary }) => (
            <Option key={name} value={`function:${name}`} text={name}>
              <div>
                {name}
                <span className={styles.summary}>{summary}</span>
              </div>
            </Option>
          ))}
        </OptionGroup>
      )}
      {foundTables.length > 0 && (
        <OptionGroup label="Tables in this workbook">
          {foundTables.map(({ name }) => (
            <Option key={name} value={`table:${name}`}>
              {name}
            </Option>
          ))}
        </OptionGroup>
      )}
      {nothing && (
        <Option disabled value="" text="">
          Nothing found. Try a job, such as safety stock.
        </Option>
      )}
    </Combobox>
  );
}

import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { citationText } from "../../engine/sources";
import { Heading } from "../components/Heading";
import { Section } from "../components/Section";
import { ArgumentList } from "./ArgumentList";
import type { ExplainedCall } from "./explain-formula";
import { StepList } from "./StepList";

const useStyles = makeStyles({
  call: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface Props {
  readonly call: ExplainedCall;
  /** False where a heading above already names the function. */
  readonly titled?: boolean;
}

export function CallExplanation({ call, titled = true }: Props) {
  const styles = useStyles();
  const { definition, item, heading } = call;
  return (
    <div className={styles.call}>
      <div>
        {titled && <Heading level={2}>{definition.name}</Heading>}
        <Text block>{definition.summary}</Text>
        {item !== undefined && (
          <Text block className={styles.muted}>
            The formula answers for many items; this is entry {item}.
          </Text>
        )}
      </div>
      {heading && <Text>This cell is a heading of the answer. Select a number below it.</Text>}
      <Section title="Arguments">
        <ArgumentList lines={call.lines} />
      </Section>
      <Section title="Steps">
        <StepsOf call={call} />
      </Section>
      {definition.notes !== undefined && definition.notes.length > 0 && (
        <Section title="Good to know">
          <ul className={styles.list}>
            {definition.notes.map((note) => (
              <li key={note}>
                <Text>{note}</Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Source">
        {definition.source.map((citation) => (
          <Text key={`${citation.key} ${citation.where}`} block className={styles.muted}>
            {citationText(citation)}
          </Text>
        ))}
      </Section>
    </div>
  );
}

function StepsOf({ call }: { readonly call: ExplainedCall }) {
  const { steps, error, unknown, definition } = call;
  if (error !== undefined) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{error.code}</MessageBarTitle>
          {error.message || "An argument holds this error: mend that cell first."}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (unknown.length > 0) {
    return (
      <Text>
        The value of {unknown.join(", ")} is not known outside the sheet. Put that part of the formula into a
        cell of its own and refer to it to see the steps.
      </Text>
    );
  }
  if (steps.length > 0) return <StepList steps={steps} />;
  return (
    <Text>
      {definition.name} gives {definition.returns.label.toLowerCase()} ({definition.returns.unit}) straight
      from the arguments above.
    </Text>
  );
}

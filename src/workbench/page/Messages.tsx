import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons";
import type { Message } from "../workbench-state";

const useStyles = makeStyles({ messages: { flexShrink: 0 } });

interface Props {
  readonly messages: readonly Message[];
  readonly onDismiss: (id: number) => void;
}

export function Messages({ messages, onDismiss }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.messages} role="region" aria-label="Messages">
      {messages.map(({ id, intent, title, text }) => (
        <MessageBar key={id} intent={intent} layout="multiline" shape="square">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle> {text}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss20Regular />}
                aria-label="Dismiss"
                onClick={() => onDismiss(id)}
              />
            }
          />
        </MessageBar>
      ))}
    </div>
  );
}

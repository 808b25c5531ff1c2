import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useNotices } from "../notices";

/** A long view below must not squeeze it: its text would hang over. */
const useStyles = makeStyles({ bar: { flexShrink: 0 } });

export function NoticeBar() {
  const styles = useStyles();
  const { notice, dismiss } = useNotices();
  if (notice === undefined) return null;
  const { intent, title, text } = notice;
  return (
    <MessageBar
      key={`${title} ${text}`}
      className={styles.bar}
      intent={intent}
      layout="multiline"
      politeness={intent === "error" ? "assertive" : "polite"}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label="Close message"
            icon={<DismissRegular />}
            onClick={dismiss}
          />
        }
      />
    </MessageBar>
  );
}

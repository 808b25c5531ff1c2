import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useNotices } from "../notices";

export function NoticeBar() {
  const { notice, dismiss } = useNotices();
  if (notice === undefined) return null;
  const { intent, title, text } = notice;
  return (
    <MessageBar
      key={`${title} ${text}`}
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

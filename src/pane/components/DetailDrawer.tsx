import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  drawer: { width: "100%", maxWidth: "100%" },
  header: { paddingBlock: tokens.spacingVerticalM },
  title: { overflowWrap: "anywhere" },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  footer: { flexWrap: "wrap", paddingBlock: tokens.spacingVerticalM },
});

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What can be done with it, the chief one first. */
  readonly actions?: ReactNode;
}

/** One row of a list opened, over the list; Escape closes it. */
export function DetailDrawer({ title, onClose, children, actions }: Props) {
  const styles = useStyles();
  return (
    <OverlayDrawer
      open
      position="end"
      size="full"
      className={styles.drawer}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader className={styles.header}>
        <DrawerHeaderTitle
          heading={{ as: "h2", className: styles.title }}
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`Close ${title}`}
              onClick={onClose}
            />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>{children}</DrawerBody>
      {actions !== undefined && <DrawerFooter className={styles.footer}>{actions}</DrawerFooter>}
    </OverlayDrawer>
  );
}

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  panel: { marginInline: 0, paddingTop: tokens.spacingVerticalXS },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Something that is there but seldom looked at. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="only">
        <AccordionHeader size="small" className={styles.header}>
          {title}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

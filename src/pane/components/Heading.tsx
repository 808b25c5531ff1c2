import { Text, makeStyles } from "@fluentui/react-components";
import type { ReactNode, Ref } from "react";

const useStyles = makeStyles({ heading: { margin: 0, outlineStyle: "none" } });

interface Props {
  readonly level: 1 | 2;
  readonly children: ReactNode;
  readonly id?: string;
  /** Given to a heading that receives the focus when its panel opens. */
  readonly focusRef?: Ref<HTMLHeadingElement>;
}

export function Heading({ level, children, id, focusRef }: Props) {
  const styles = useStyles();
  return (
    <Text
      as={level === 1 ? "h1" : "h2"}
      id={id}
      size={level === 1 ? 400 : 300}
      weight="semibold"
      className={styles.heading}
      ref={focusRef}
      tabIndex={focusRef === undefined ? undefined : -1}
    >
      {children}
    </Text>
  );
}

import { makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { ClosableSection } from "./ClosableSection";

const useStyles = makeStyles({
  /** In reach however long the detail is; over the padding of the page. */
  actions: {
    position: "sticky",
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What can be done with it, the chief one first. */
  readonly actions?: ReactNode;
}

interface WithDetailProps {
  /** The row that is open, if one is. */
  readonly detail: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A list and, before it while it is there, the detail of one row: the list stays as it was until the detail is closed. */
export function WithDetail({ detail, className, children }: WithDetailProps) {
  const isOpen = detail !== undefined && detail !== null && detail !== false;
  return (
    <>
      <div hidden={isOpen}>
        <div className={className}>{children}</div>
      </div>
      {isOpen && detail}
    </>
  );
}

/** One row of a list opened; its button or Escape leads back to the list, to where it was. */
export function DetailDrawer({ title, onClose, children, actions }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useScrolledToTop(heading);
  return (
    <ClosableSection title={title} level={2} onClose={onClose} headingRef={heading}>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </ClosableSection>
  );
}

/** The page shows the detail from its top, and afterwards the list where it was left. */
function useScrolledToTop(inside: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const page = scrollingParent(inside.current);
    if (page === null) return undefined;
    const before = page.scrollTop;
    page.scrollTop = 0;
    return () => void requestAnimationFrame(() => (page.scrollTop = before));
  }, [inside]);
}

function scrollingParent(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement)
    if (["auto", "scroll"].includes(getComputedStyle(at).overflowY)) return at;
  return null;
}

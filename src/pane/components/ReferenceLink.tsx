import { Link } from "@fluentui/react-components";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";

interface Props {
  /** What to select, with its sheet. */
  readonly address: string;
  readonly children?: string;
}

/** Cells named in the pane are one click away. */
export function ReferenceLink({ address, children = address }: Props) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  return (
    <Link
      as="button"
      inline
      onClick={() => void attempt(`Cannot go to ${address}`, () => workbook.select(address))}
    >
      {children}
    </Link>
  );
}

import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { IssueList } from "../../components/IssueList";
import { NeedList } from "../../components/NeedList";
import { failureText } from "../../use-attempt";
import { CutsForm } from "./CutsForm";
import { SegmentMatrix } from "./SegmentMatrix";
import { useSegmentation } from "./use-segmentation";
import { WriteClasses } from "./WriteClasses";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export function SegmentsView() {
  const styles = useStyles();
  const { source, cuts, setCuts, classification } = useSegmentation();
  return (
    <div className={styles.view}>
      <Heading level={1}>Segments</Heading>
      {source.state === "loading" && <Spinner size="small" label="Reading Items and Demand" />}
      {source.state === "failed" && (
        <Advice title="The tables cannot be read" text={failureText(source.error)} />
      )}
      {source.state === "ready" && (
        <>
          <NeedList needs={source.value.needs} />
          {classification?.items.length === 0 && (
            <Advice
              title="Items has no usable rows"
              text="Paste your items below its header: an item code and ACV, or Cost, in each row."
            />
          )}
          {source.value.items !== undefined &&
            classification !== undefined &&
            classification.items.length > 0 && (
              <>
                <SegmentMatrix classification={classification} />
                <CutsForm cuts={cuts} onChange={setCuts} />
                <WriteClasses items={source.value.items} classification={classification} cuts={cuts} />
              </>
            )}
          <IssueList issues={classification?.issues ?? []} />
        </>
      )}
    </div>
  );
}

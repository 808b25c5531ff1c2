import { Button, Field, Input, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { siteLimits, siteList, type ListedSite } from "../../../analyses/policies/site-list";
import { setPolicies } from "../../../analyses/set-policies";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { formatCompact, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { useTable } from "../../use-table";
import { placeName, signedMoney, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useBounds } from "./use-bounds";
import { usePolicyRows } from "./use-policy-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  limit: { display: "flex", alignItems: "end", gap: tokens.spacingHorizontalS },
});

/** What the bounds of each site cost, and how much of its own money it has used for them. */
export function SitesPanel(panel: PanelProps) {
  const { options, onPanel, isWriting } = panel;
  const styles = useStyles();
  const { rows } = usePolicyRows(isWriting);
  const locations = useTable("Locations", isWriting);
  const [openSite, setOpenSite] = useState<string>();
  const limitOfOthers = Number(options.autonomy ?? setPolicies.options.autonomy.defaultValue);
  const sites = useMemo(
    () =>
      siteList(rows, siteLimits(locations.state === "ready" ? locations.value : undefined), limitOfOthers),
    [rows, locations, limitOfOthers],
  );
  const active = sites.filter(
    ({ bounded, limit, pending: typed }) => bounded.length > 0 || limit > 0 || typed > 0,
  );
  const sum = (of: (site: ListedSite) => number) => sites.reduce((total, site) => total + of(site), 0);
  const pending = sum((site) => site.pending);
  const open = sites.find(({ location }) => location === openSite);
  if (rows.length === 0)
    return (
      <Text>
        Bounds are priced with the proposals.{" "}
        <Button size="small" onClick={() => onPanel("proposals")}>
          Go to proposals
        </Button>
      </Text>
    );
  return (
    <WithDetail
      className={styles.panel}
      detail={open && <SiteDetail site={open} onClose={() => setOpenSite(undefined)} />}
    >
      <KpiStrip
        kpis={[
          { name: "Bounds", value: formatWhole(sum(({ bounded }) => bounded.length)), note: "that bind" },
          { name: "Cost", value: signedMoney(sum(({ cost }) => cost)), note: "a year, above free" },
          { name: "Cash", value: signedMoney(sum(({ cash }) => cash)), note: "in safety stock" },
          {
            name: "Asking",
            value: formatWhole(sites.filter(({ exceeds }) => exceeds > 0).length),
            note: "sites over limit",
          },
        ]}
      />
      <AnalysisRun
        panel={panel}
        analysis={setPolicies}
        label="Propose again with the bounds"
        note={
          pending > 0
            ? `${pending === 1 ? "1 bound was" : `${formatWhole(pending)} bounds were`} typed since the last proposals: the cost is not known yet.`
            : "Bounds are LocalMin and LocalMax of Policies; open a proposal, or a row here, to set them."
        }
        done="Policies proposed"
        failed="The policies were not proposed"
        names={["autonomy"]}
        settings={null}
      />
      <RankedList
        label="Sites by the cost of their bounds"
        count={active.length}
        rowAt={(i) => siteRow(active[i])}
        onOpen={(id) => setOpenSite(id.slice(1))}
      />
      {active.length < sites.length && (
        <Text>{formatWhole(sites.length - active.length)} more sites have neither bounds nor a limit.</Text>
      )}
    </WithDetail>
  );
}

const siteName = (location: string) => (location === "" ? "No location" : location);

function siteRow(site: ListedSite) {
  const { location, cost, bounded, used, limit, exceeds } = site;
  return {
    id: `=${location}`,
    title: siteName(location),
    value: `${signedMoney(cost)} a year`,
    text: `${formatWhole(bounded.length)} bounds · used ${formatCompact(used)} of ${formatCompact(limit)}`,
    mark:
      exceeds > 0
        ? ({ text: `asks for ${formatCompact(exceeds)}`, color: "warning" } as const)
        : ({ text: "within limit", color: "success" } as const),
  };
}

function SiteDetail({ site, onClose }: { readonly site: ListedSite; readonly onClose: () => void }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { saveLimit, running } = useBounds();
  const [typed, setTyped] = useState(String(site.limit));
  const limit = typed.trim() === "" ? NaN : Number(typed);
  const { location, bounded } = site;
  return (
    <DetailDrawer title={siteName(location)} onClose={onClose}>
      <Facts
        facts={[
          ["Bounds", `${formatWhole(bounded.length)} of ${formatWhole(site.policies)} items`],
          ["Cost", `${signedMoney(site.cost)} a year, above the stock without bounds`],
          ["Limit", formatCompact(site.limit)],
          ["Used", formatCompact(site.used)],
          ["Beyond", site.exceeds > 0 ? `${formatCompact(site.exceeds)}: headquarters decides` : "nothing"],
          ["Below target", `${formatWhole(site.below)} items, held down by a bound`],
        ]}
      />
      {location !== "" && (
        <div className={styles.limit}>
          <Field
            label="May add without asking, money"
            size="small"
            validationMessage={limit >= 0 ? undefined : "The limit must be a number of at least 0."}
          >
            <Input size="small" value={typed} onChange={(_, { value }) => setTyped(value)} />
          </Field>
          <Button
            size="small"
            disabledFocusable={running || !(limit >= 0) || limit === site.limit}
            onClick={() => void saveLimit(location, limit)}
          >
            Save limit
          </Button>
        </div>
      )}
      <RankedList
        label={`Bounds of ${siteName(location)}`}
        count={bounded.length}
        rowAt={(i) => {
          const { policy, cost, cash } = bounded[i];
          const { item, cells } = policy;
          return {
            id: policy.id,
            title: placeName(item, ""),
            value: `${signedMoney(cost)} a year`,
            text: `safety stock ${unitsOr(cells.NewSS)} instead of ${unitsOr(cells.FreeSS)} · ${signedMoney(cash)}${cells.Owner === null ? "" : ` · ${cells.Owner}`}`,
            ...(cells.Asks === true ? { mark: { text: "asks", color: "warning" } as const } : {}),
          };
        }}
        onOpen={(id) => {
          const row = bounded.find(({ policy }) => policy.id === id)?.policy.row;
          if (row === undefined) return;
          void attempt("Cannot show the row", () => workbook.selectTableCell("Policies", row, "LocalMin"));
        }}
      />
    </DetailDrawer>
  );
}

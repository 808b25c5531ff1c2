import {
  Button,
  Field,
  SearchBox,
  Select,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ListedPolicy } from "../../../analyses/policies/policy-list";
import { tellsLeadTime } from "../../../analyses/policies/policy-needs";
import { setPolicies } from "../../../analyses/set-policies";
import { Advice } from "../../components/Advice";
import { DeciderField } from "../../components/DeciderField";
import { WithDetail } from "../../components/DetailDrawer";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { OptionFields } from "../../components/OptionFields";
import { RankedList } from "../../components/RankedList";
import { formatWhole } from "../../format";
import { failureText } from "../../use-attempt";
import { useDecider } from "../../use-decider";
import { placeName, signedMoney } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { policyKpis } from "./policy-kpis";
import { BoundsForm } from "./BoundsForm";
import { ProposalDetail } from "./ProposalDetail";
import { proposalRow } from "./proposal-row";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useDecide } from "./use-decide";
import { usePolicyRows } from "./use-policy-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  filters: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  narrow: { minWidth: 0, maxWidth: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

const shownKinds = ["proposed", "approved", "rejected", "none", "all"] as const;
type Shown = (typeof shownKinds)[number];
const shownNames: Readonly<Record<Shown, string>> = {
  proposed: "To decide",
  approved: "Approved",
  rejected: "Rejected",
  none: "No change",
  all: "All",
};

const optionNames = [
  "bucket",
  "targetType",
  "target",
  "policy",
  "review",
  "leadTime",
  "orderCost",
  "carryRate",
  "autonomy",
  "partial",
  "receipts",
];
const none: ReadonlySet<string> = new Set();

/** What is proposed for every item and site, against what is in force. */
export function ProposalsPanel(panel: PanelProps) {
  const { tables, options, onOptions, isWriting, run, outcomes } = panel;
  const styles = useStyles();
  const { state, error, rows, totals, issues } = usePolicyRows(isWriting);
  const [shown, setShown] = useState<Shown>("proposed");
  const [query, setQuery] = useState("");
  const [ticked, setTicked] = useState(none);
  const [openId, setOpenId] = useState<string>();
  const [by, setBy] = useDecider();
  const { decide, running } = useDecide(by);
  const listed = useMemo(() => filtered(rows, shown, query), [rows, shown, query]);
  const open = rows.find(({ id }) => id === openId);
  const chosen = listed.filter(({ id }) => ticked.has(id));
  // Beyond the autonomy of its site a proposal is decided one by one.
  const decidable = chosen.length > 0 ? chosen : listed.filter(({ cells }) => cells.Asks !== true);
  const canDecide = by.trim() !== "" && !running && run.kind === "idle" && decidable.length > 0;
  const decideAll = async (status: "approved" | "rejected") => {
    await decide(
      decidable.map(({ id }) => id),
      status,
    );
    setTicked(none);
  };
  const deciding = totals.proposed > 0;
  const detail = open !== undefined && (
    <ProposalDetail
      policy={open}
      canDecide={by.trim() !== "" && !running && run.kind === "idle"}
      by={by}
      onBy={setBy}
      onDecide={async (status) => {
        await decide([open.id], status);
        setOpenId(undefined);
      }}
      onClose={() => setOpenId(undefined)}
    >
      <BoundsForm key={open.id} policy={open} />
    </ProposalDetail>
  );
  return (
    <WithDetail detail={detail} className={styles.panel}>
      {rows.length > 0 && <KpiStrip kpis={policyKpis(totals)} />}
      {state === "failed" && error !== undefined && (
        <Advice title="Policies cannot be read" text={failureText(error)} />
      )}
      {state === "loading" && <Spinner size="small" label="Reading Policies" />}
      {!tellsLeadTime(tables) && (
        <>
          <Text>
            No table tells a lead time: neither Items, Contracts nor Receipts. Assume one, or fill
            Items[LeadTime].
          </Text>
          <OptionFields
            analysis={setPolicies}
            names={["leadTime"]}
            given={options}
            disabled={run.kind === "running"}
            onChange={onOptions}
          />
        </>
      )}
      <AnalysisRun
        panel={panel}
        analysis={setPolicies}
        label={rows.length === 0 ? "Propose policies" : "Propose again"}
        primary={!deciding}
        note="Writes the proposals to Policies; what is in force stays until it is exported."
        done="Policies proposed"
        failed="The policies were not proposed"
        names={optionNames.filter((name) => name !== "leadTime" || tellsLeadTime(tables))}
      />
      {rows.length > 0 && (
        <>
          <div className={styles.filters}>
            <Field label="Show" size="small">
              <Select
                size="small"
                value={shown}
                onChange={(_, { value }) => {
                  setShown(shownKinds.find((kind) => kind === value) ?? "all");
                  setTicked(none);
                }}
              >
                {shownKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {shownNames[kind]}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Find" size="small">
              <SearchBox
                size="small"
                className={styles.narrow}
                placeholder="Item or site"
                value={query}
                onChange={(_, { value }) => setQuery(value)}
              />
            </Field>
          </div>
          {shown === "proposed" && listed.length > 0 && (
            <>
              <DeciderField name={by} onChange={setBy} />
              <div className={styles.actions}>
                <Button
                  appearance="primary"
                  disabledFocusable={!canDecide}
                  onClick={() => void decideAll("approved")}
                >
                  Approve {formatWhole(decidable.length)}
                  {chosen.length > 0 ? " chosen" : ""}
                </Button>
                <Button disabledFocusable={!canDecide} onClick={() => void decideAll("rejected")}>
                  Reject {formatWhole(decidable.length)}
                  {chosen.length > 0 ? " chosen" : ""}
                </Button>
              </div>
              <Text size={200} className={styles.muted}>
                {moneyOf(decidable)}
                {listed.length > decidable.length && chosen.length === 0
                  ? ` ${formatWhole(listed.length - decidable.length)} beyond the limit of their site are decided one by one.`
                  : ""}
              </Text>
            </>
          )}
          <RankedList
            key={`${shown} ${query}`}
            label={`Proposals: ${shownNames[shown]}`}
            count={listed.length}
            rowAt={(i) => proposalRow(listed[i])}
            onOpen={setOpenId}
            {...(shown === "proposed"
              ? {
                  ticked,
                  onTick: (id: string, on: boolean) => {
                    const next = new Set(ticked);
                    if (on) next.add(id);
                    else next.delete(id);
                    setTicked(next);
                  },
                }
              : {})}
          />
          {listed.length === 0 && <Text>No proposal to show here.</Text>}
        </>
      )}
      <IssueList issues={outcomes[setPolicies.id]?.issues ?? issues} />
    </WithDetail>
  );
}

function filtered(rows: readonly ListedPolicy[], shown: Shown, query: string): readonly ListedPolicy[] {
  const words = query.trim().toLowerCase();
  return rows.filter(
    ({ decision, item, location }) =>
      (shown === "all" || decision === shown) &&
      (words === "" || placeName(item, location).toLowerCase().includes(words)),
  );
}

function moneyOf(rows: readonly ListedPolicy[]): string {
  const known = rows.filter(({ cells }) => cells.Cash !== null);
  if (known.length === 0) return "Nothing in force to compare with in money.";
  const cash = known.reduce((sum, { cells }) => sum + (cells.Cash ?? 0), 0);
  return `They change money in stock by ${signedMoney(cash)}.`;
}

import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Text,
  tokens,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  ToolbarToggleButton,
} from "@fluentui/react-components";
import {
  BookOpen20Regular,
  CheckmarkCircle16Regular,
  Code20Regular,
  DocumentAdd20Regular,
  FolderOpen20Regular,
  Save20Regular,
  TableCellEdit20Regular,
  WeatherMoon20Regular,
  WeatherSunny20Regular,
} from "@fluentui/react-icons";
import { useRef } from "react";
import type { BlankRule } from "../../calculator/argument-rules";
import { samples } from "../samples";
import type { Workbench } from "../workbench";
import type { Activity, WorkbenchState } from "../workbench-state";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  spring: { flexGrow: 1 },
  activity: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    whiteSpace: "nowrap",
  },
});

interface Props {
  readonly state: WorkbenchState;
  readonly workbench: Workbench;
  readonly drawerOpen: boolean;
  readonly onDrawer: () => void;
}

export function TitleBar({ state, workbench, drawerOpen, onDrawer }: Props) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const opened = () => {
    const chosen = file.current?.files?.item(0);
    if (chosen) void workbench.open(chosen);
    // The same file can be chosen again.
    if (file.current) file.current.value = "";
  };
  return (
    <header className={styles.bar}>
      <Text weight="semibold" className={styles.name} title={state.fileName}>
        {state.fileName}
        {state.changed ? " *" : ""}
      </Text>
      <Toolbar aria-label="Workbook" size="small">
        <ToolbarButton icon={<DocumentAdd20Regular />} onClick={() => void workbench.openNew()}>
          New
        </ToolbarButton>
        <ToolbarButton icon={<FolderOpen20Regular />} onClick={() => file.current?.click()}>
          Open
        </ToolbarButton>
        <SamplesMenu workbench={workbench} />
        <ToolbarButton icon={<Save20Regular />} onClick={() => void workbench.save()}>
          Save
        </ToolbarButton>
        <ToolbarDivider />
        <BlanksMenu blanks={state.blanks} onChange={(blanks) => workbench.setBlanks(blanks)} />
        <ToolbarToggleButton
          name="developer"
          value="drawer"
          icon={<Code20Regular />}
          aria-pressed={drawerOpen}
          onClick={onDrawer}
        >
          Developer
        </ToolbarToggleButton>
      </Toolbar>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        onChange={opened}
        aria-label="Workbook file"
      />
      <span className={styles.spring} />
      <ActivityText activity={state.activity} />
      <Button
        appearance="subtle"
        size="small"
        icon={state.dark ? <WeatherSunny20Regular /> : <WeatherMoon20Regular />}
        aria-label={state.dark ? "Light theme" : "Dark theme"}
        onClick={() => workbench.setDark(!state.dark)}
      />
    </header>
  );
}

function SamplesMenu({ workbench }: { readonly workbench: Workbench }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<BookOpen20Regular />}>Samples</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {samples.map((sample) => (
            <MenuItem key={sample.file} onClick={() => void workbench.openSample(sample)}>
              {sample.title}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface BlanksProps {
  readonly blanks: BlankRule;
  readonly onChange: (blanks: BlankRule) => void;
}

function BlanksMenu({ blanks, onChange }: BlanksProps) {
  return (
    <Menu
      checkedValues={{ blanks: [blanks] }}
      onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems[0] as BlankRule)}
    >
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<TableCellEdit20Regular />}>
          {blanks === "zero" ? "Blanks: 0" : "Blanks: empty"}
        </ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="blanks" value="zero">
            Functions get 0, as in Excel on the desktop
          </MenuItemRadio>
          <MenuItemRadio name="blanks" value="null">
            Functions get nothing, as in older Excel on the web
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const activityText: Record<Activity, string> = {
  starting: "Starting the add-in",
  calculating: "Calculating",
  idle: "Ready",
};

function ActivityText({ activity }: { readonly activity: Activity }) {
  const styles = useStyles();
  return (
    <Text size={200} className={styles.activity} role="status" data-activity={activity}>
      {activity === "idle" ? <CheckmarkCircle16Regular /> : <Spinner size="extra-tiny" />}
      {activityText[activity]}
    </Text>
  );
}

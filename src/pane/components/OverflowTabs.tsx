import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  makeStyles,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import { MoreHorizontalRegular, type FluentIcon } from "@fluentui/react-icons";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", minWidth: 0, overflow: "hidden" },
  tabs: { flexShrink: 0 },
});

export interface TabDefinition {
  readonly id: string;
  readonly title: string;
  readonly icon?: FluentIcon;
}

interface Props {
  readonly label: string;
  /** What the menu of those that do not fit is called. */
  readonly moreLabel: string;
  readonly tabs: readonly TabDefinition[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Before the id of each tab, for panels that are labelled by it. */
  readonly idPrefix: string;
}

/** Tabs in one row; those that do not fit the width stand in a menu at the end, the selected one never. */
export function OverflowTabs({ label, moreLabel, tabs, selected, onSelect, idPrefix }: Props) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1}>
      <div className={styles.row}>
        <TabList
          className={styles.tabs}
          aria-label={label}
          size="small"
          selectedValue={selected}
          onTabSelect={(_, { value }) => onSelect(String(value))}
        >
          {tabs.map(({ id, title }) => (
            <OverflowItem key={id} id={id} priority={id === selected ? 1 : 0}>
              <Tab id={`${idPrefix}${id}`} value={id}>
                {title}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <MoreTabs tabs={tabs} label={moreLabel} onSelect={onSelect} />
      </div>
    </Overflow>
  );
}

function MoreTabs({ tabs, label, onSelect }: Pick<Props, "tabs" | "label" | "onSelect">) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          ref={ref}
          appearance="subtle"
          size="small"
          aria-label={label}
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tabs.map((tab) => (
            <HiddenTab key={tab.id} tab={tab} onSelect={onSelect} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenTab({ tab, onSelect }: { readonly tab: TabDefinition; readonly onSelect: Props["onSelect"] }) {
  const visible = useIsOverflowItemVisible(tab.id);
  const Icon = tab.icon;
  if (visible) return null;
  return (
    <MenuItem icon={Icon === undefined ? undefined : <Icon />} onClick={() => onSelect(tab.id)}>
      {tab.title}
    </MenuItem>
  );
}

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
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import type { ViewDefinition } from "../view";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", minWidth: 0, overflow: "hidden" },
  tabs: { flexShrink: 0 },
});

interface Props {
  readonly views: readonly ViewDefinition[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** Views as tabs; those that do not fit the width stand in a menu at the end, the selected one never. */
export function ViewTabs({ views, selected, onSelect }: Props) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1}>
      <div className={styles.row}>
        <TabList
          className={styles.tabs}
          aria-label="Views"
          size="small"
          selectedValue={selected}
          onTabSelect={(_, { value }) => onSelect(String(value))}
        >
          {views.map(({ id, title }) => (
            <OverflowItem key={id} id={id} priority={id === selected ? 1 : 0}>
              <Tab id={`tab-${id}`} value={id}>
                {title}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <MoreViews views={views} onSelect={onSelect} />
      </div>
    </Overflow>
  );
}

function MoreViews({ views, onSelect }: Omit<Props, "selected">) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          ref={ref}
          appearance="subtle"
          size="small"
          aria-label="More views"
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {views.map((view) => (
            <HiddenView key={view.id} view={view} onSelect={onSelect} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenView({ view, onSelect }: { view: ViewDefinition; onSelect: Props["onSelect"] }) {
  const visible = useIsOverflowItemVisible(view.id);
  const Icon = view.icon;
  if (visible) return null;
  return (
    <MenuItem icon={<Icon />} onClick={() => onSelect(view.id)}>
      {view.title}
    </MenuItem>
  );
}

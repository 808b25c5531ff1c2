import { OrganizationRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { NetworkView } from "./NetworkView";

export const network = defineView({
  id: "network",
  title: "Network",
  icon: OrganizationRegular,
  summary:
    "Map suppliers, plants, warehouses and shops, find weak points, place safety stock, move and allocate what is short, watch the pipeline.",
  component: NetworkView,
});

import { GridRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { SegmentsView } from "./SegmentsView";

export const segments = defineView({
  id: "segments",
  title: "Segments",
  icon: GridRegular,
  summary: "Class items by value and by variation of demand, and write ABC and XYZ to the sheet.",
  component: SegmentsView,
});

import { GridRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { SegmentsView } from "./SegmentsView";

export const segments = defineView({
  id: "segments",
  title: "Segments",
  icon: GridRegular,
  summary:
    "Class items by value and variation each quarter, set service targets, settle conflicts, choose between stock money and fill rate.",
  component: SegmentsView,
});

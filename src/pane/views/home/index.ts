import { HomeRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { HomeView } from "./HomeView";

export const home = defineView({
  id: "home",
  title: "Home",
  icon: HomeRegular,
  summary: "Begin, see the state of the tables, create the missing ones.",
  component: HomeView,
});

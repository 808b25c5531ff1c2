import type { ViewDefinition } from "../view";
import { forecast } from "./forecast";
import { health } from "./health";
import { home } from "./home";
import { network } from "./network";
import { policies } from "./policies";
import { segments } from "./segments";

/** Every view of the pane, in the order of its tabs. */
export const views: readonly ViewDefinition[] = [home, forecast, segments, policies, network, health];

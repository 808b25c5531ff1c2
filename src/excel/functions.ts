import { associateFunctions } from "../functions/associate";
import { sharedPool } from "./shared-pool";

associateFunctions(sharedPool().call);

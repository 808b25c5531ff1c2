import { associateFunctions } from "../functions/associate";

associateFunctions();

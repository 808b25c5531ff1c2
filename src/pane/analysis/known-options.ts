import type { Analysis } from "../../analyses/define-analysis";
import type { GivenOptions } from "../components/OptionFields";

/** Of options that several analyses share, those that this one has and can use. */
export function knownOptions({ options }: Pick<Analysis, "options">, given: GivenOptions): GivenOptions {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      try {
        options[name].check(value, name);
        return true;
      } catch {
        return false;
      }
    }),
  );
}

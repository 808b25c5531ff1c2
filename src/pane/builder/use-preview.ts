import { useEffect, useState } from "react";
import type { FunctionDefinition } from "../../functions/define";
import { referenceReader } from "../formula/read-reference";
import { usePane } from "../pane-context";
import type { FieldTexts } from "./formula-text";
import { previewOf, type Preview } from "./preview";

/** Typing is answered when it pauses. */
const PAUSE_MILLISECONDS = 200;

/** The answer of the form as it stands; undefined until the first is there. `at` is the cell it is meant for. */
export function usePreview(
  definition: FunctionDefinition,
  texts: FieldTexts,
  at: string,
): Preview | undefined {
  const { workbook, namespace } = usePane();
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const next = await previewOf(definition, texts, referenceReader(workbook, at), namespace);
      if (current) setPreview(next);
    }, PAUSE_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [definition, texts, at, workbook, namespace]);
  return preview;
}

import type { Injector, IUnitRange } from "@univerjs/core";
import {
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  type BaseAstNode,
} from "@univerjs/engine-formula";

interface NodeAt {
  readonly node: BaseAstNode | null;
  readonly refOffsetX: number;
  readonly refOffsetY: number;
}

/** What the engine's generator of dependencies keeps to itself. */
interface Generator {
  generate(...args: unknown[]): Promise<unknown>;
  _getRangeListByNode(at: NodeAt): Promise<IUnitRange[]>;
  _nodeTraversalRef(node: BaseAstNode, found: BaseAstNode[]): void;
}

type Ranges = IUnitRange[] | Promise<IUnitRange[]>;

const referenceNode = 1;

/**
 * Once or twice a pass the engine works out which cells every formula of the workbook reads. For plain references that is the same each
 * time, as long as no sheet comes, goes, changes its name or its size.
 */
export function keepDependenciesLean(injector: Injector): void {
  const config = injector.get(IFormulaCurrentConfigService);
  const runtime = injector.get(IFormulaRuntimeService);
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
  const generate = generator.generate.bind(generator);
  const workOut = generator._getRangeListByNode.bind(generator);
  let known = new WeakMap<BaseAstNode, Map<string, IUnitRange[]>>();
  let sheets = "";
  generator.generate = (...args) => {
    const now = sheetsOf(config);
    if (now !== sheets) known = new WeakMap();
    sheets = now;
    return generate(...args);
  };
  const plainReferencesOnly = (node: BaseAstNode) => {
    const found: BaseAstNode[] = [];
    generator._nodeTraversalRef(node, found);
    // A name of a table in brackets follows its table, and anything else than a reference depends on values.
    return found.every((each) => each.nodeType === referenceNode && !each.getToken().includes("["));
  };
  const rangesOf = (at: NodeAt): Ranges => {
    const { node, refOffsetX, refOffsetY } = at;
    if (node === null || node === undefined) return workOut(at);
    const place = `${runtime.currentUnitId}|${runtime.currentSubUnitId}|${refOffsetX}|${refOffsetY}`;
    const ranges = known.get(node)?.get(place);
    if (ranges !== undefined) return ranges;
    const fresh = workOut(at);
    if (!plainReferencesOnly(node)) return fresh;
    return fresh.then((worked) => {
      const places = known.get(node) ?? new Map<string, IUnitRange[]>();
      places.set(place, worked);
      known.set(node, places);
      return worked;
    });
  };
  generator._getRangeListByNode = rangesOf as Generator["_getRangeListByNode"];
}

function sheetsOf(config: IFormulaCurrentConfigService): string {
  const sizes = Object.entries(config.getUnitData()).map(([unitId, sheets]) =>
    Object.entries(sheets ?? {}).map(([id, sheet]) => [unitId, id, sheet?.rowCount, sheet?.columnCount]),
  );
  return JSON.stringify([sizes, config.getSheetNameMap()]);
}

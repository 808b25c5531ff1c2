const PAGE = 12;

/** Where a key leads on a chart that is one stop for the keyboard; undefined for other keys. */
export function nextPlace(key: string, at: number, last: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + PAGE,
    PageDown: at - PAGE,
    Home: 0,
    End: last,
  };
  const next: number | undefined = moves[key];
  return next === undefined ? undefined : Math.min(last, Math.max(0, next));
}

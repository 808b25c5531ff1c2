/** Places of an item's rows among those given, in their order; rows that do not count are passed over. */
export function placesByItem<R extends { readonly Item: string | null }>(
  rows: readonly R[],
  counts: (row: R) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const byItem = new Map<string, number[]>();
  rows.forEach((row, i) => {
    if (row.Item === null || !counts(row)) return;
    const places = byItem.get(row.Item);
    if (places === undefined) byItem.set(row.Item, [i]);
    else places.push(i);
  });
  return byItem;
}

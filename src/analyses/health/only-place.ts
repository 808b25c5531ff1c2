/**
 * The place that is meant where a table leaves Location blank: the only one at which Stock knows the item, else the only one it knows at
 * all. Undefined where there are several.
 */
export function onlyPlaces(
  leaves: readonly { readonly item: string; readonly location: string }[],
): (item: string) => string | undefined {
  const all = new Set<string>();
  const ofItem = new Map<string, Set<string>>();
  for (const { item, location } of leaves) {
    all.add(location);
    const places = ofItem.get(item) ?? new Set<string>();
    ofItem.set(item, places.add(location));
  }
  const only = (places: ReadonlySet<string>) => (places.size === 1 ? [...places][0] : undefined);
  const sole = only(all);
  return (item) => {
    const places = ofItem.get(item);
    return places === undefined ? sole : only(places);
  };
}

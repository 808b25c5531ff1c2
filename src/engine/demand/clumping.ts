/**
 * Standard deviation of what is taken within windows of some days about a steady pace: few customers who take much at once make it large even
 * where every month sells the same. The pace is that of blocks of `block` days, so that season and trend are left out.
 * @param daily units a day, oldest first
 * @param window days, at least 1
 * @returns NaN where there are fewer than eight windows
 */
export function clumpingSd(daily: readonly number[], window: number, block: number): number {
  const days = Math.max(1, Math.round(window));
  if (daily.length < days * fewestWindows) return NaN;
  const deviations = daily.map((units, day) => units - paceAt(daily, day, block));
  let sum = deviations.slice(0, days).reduce((total, units) => total + units, 0);
  let squares = sum * sum;
  for (let end = days; end < daily.length; end++) {
    sum += deviations[end] - deviations[end - days];
    squares += sum * sum;
  }
  return Math.sqrt(squares / (daily.length - days + 1));
}

const fewestWindows = 8;

/** Mean of the block a day lies in; blocks are counted from the end, and the first one may reach into the second. */
function paceAt(daily: readonly number[], day: number, block: number): number {
  const size = Math.min(block, daily.length);
  const fromEnd = daily.length - 1 - day;
  const end = Math.max(size, daily.length - Math.floor(fromEnd / size) * size);
  let sum = 0;
  for (let t = end - size; t < end; t++) sum += daily[t];
  return sum / size;
}

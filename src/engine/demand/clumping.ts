/**
 * Standard deviation of what is taken within windows of some days about a steady pace: few customers who take much at once make it large even
 * where every month sells the same. The pace is that of blocks of `block` days, so that season and trend are left out. It is measured on
 * windows where there are eight of them; on fewer days it follows from the single days.
 * @param daily units a day, oldest first
 * @param window days, at least 1
 * @returns NaN where there are fewer than eight windows, and fewer than eight days on which something is taken or than two blocks
 */
export function clumpingSd(daily: readonly number[], window: number, block: number): number {
  const days = Math.max(1, Math.round(window));
  if (daily.length < days * fewest) return clumpingByDays(daily, days, block);
  const deviations = daily.map((units, day) => units - paceAt(daily, day, block));
  let sum = deviations.slice(0, days).reduce((total, units) => total + units, 0);
  let squares = sum * sum;
  for (let end = days; end < daily.length; end++) {
    sum += deviations[end] - deviations[end - days];
    squares += sum * sum;
  }
  return Math.sqrt(squares / (daily.length - days + 1));
}

const fewest = 8;

/**
 * The same where any day of a block is as likely as another for what is taken in it: n of the B days of a block then have a variance of
 * n (1 - n / B) S^2 about their share of it, with S^2 that of its single days (sampling without replacement).
 * Source: Cochran (1977), Sampling Techniques, theorem 2.2.
 */
function clumpingByDays(daily: readonly number[], window: number, block: number): number {
  const blocks = Math.floor(daily.length / block);
  if (blocks < 2 || block < 2 || daily.filter((units) => units > 0).length < fewest) return NaN;
  let squares = 0;
  for (let day = daily.length - blocks * block; day < daily.length; day++)
    squares += (daily[day] - paceAt(daily, day, block)) ** 2;
  const dayVariance = squares / (blocks * (block - 1));
  return Math.sqrt(dayVariance * window * (1 - betweenBlocks(window, block)));
}

/**
 * Share of the variance of independent days, over a window, that lies between blocks: that of their paces. The rest is how unevenly demand comes
 * within them. A window may begin on any day of a block.
 * @param window days, at least 1
 */
export function betweenBlocks(window: number, block: number): number {
  const days = Math.max(1, Math.round(window));
  let squares = 0;
  for (let start = 0; start < block; start++) {
    const head = Math.min(days, block - start);
    const rest = days - head;
    squares += head ** 2 + Math.floor(rest / block) * block ** 2 + (rest % block) ** 2;
  }
  return squares / block / (block * days);
}

/** Mean of the block a day lies in; blocks are counted from the end, and the first one may reach into the second. */
function paceAt(daily: readonly number[], day: number, block: number): number {
  const size = Math.min(block, daily.length);
  const fromEnd = daily.length - 1 - day;
  const end = Math.max(size, daily.length - Math.floor(fromEnd / size) * size);
  let sum = 0;
  for (let t = end - size; t < end; t++) sum += daily[t];
  return sum / size;
}

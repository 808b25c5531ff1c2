/** What can be found: a name, and texts about it in falling order of weight. */
export interface Findable {
  readonly name: string;
  readonly texts: readonly string[];
}

const NAME_WEIGHT = 100;

/**
 * Entries that hold every word of the query, best first. A word in the name counts most, at its start most of all;
 * after that, the earlier the text the better, and a text that begins with the word before one that has it later. Equals keep their order.
 */
export function rank<T>(query: string, entries: readonly T[], describe: (entry: T) => Findable): T[] {
  const words = normal(query).split(" ").filter(Boolean);
  if (words.length === 0) return [...entries];
  const found: { entry: T; score: number }[] = [];
  for (const entry of entries) {
    const { name, texts } = describe(entry);
    const score = scoreOf(words, normal(name), texts.map(normal));
    if (score > 0) found.push({ entry, score });
  }
  return found.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

function scoreOf(words: readonly string[], name: string, texts: readonly string[]): number {
  const phrase = words.join(" ");
  let score = scoreOfText(phrase, name, texts);
  for (const word of words) {
    const wordScore = scoreOfText(word, name, texts);
    if (wordScore === 0) return 0;
    score += wordScore;
  }
  return score;
}

function scoreOfText(word: string, name: string, texts: readonly string[]): number {
  // Names of functions are written in one word: FILLRATE is a fill rate.
  const inName = Math.max(scoreOfName(word, name), scoreOfName(word.replaceAll(" ", ""), name));
  if (inName > 0) return inName;
  const at = texts.findIndex((text) => ` ${text}`.includes(` ${word}`));
  if (at >= 0) return (NAME_WEIGHT / (at + 2)) * (texts[at].startsWith(word) ? 1.2 : 1);
  return texts.some((text) => text.includes(word)) ? 1 : 0;
}

function scoreOfName(word: string, name: string): number {
  if (name.startsWith(word)) return 2 * NAME_WEIGHT;
  if (name.includes(` ${word}`)) return NAME_WEIGHT;
  // As an order is in a backorder: no more than a text about it.
  return name.includes(word) ? NAME_WEIGHT / 2 : 0;
}

/** Lower case, and every mark a space: "Write-down" is found as "write down". */
function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

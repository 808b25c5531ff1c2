/** The message of a posting in the words of Transactions: `cost at position 7 must ...` is Cost. */
export function inColumnWords({
  argument,
  message,
}: {
  readonly argument: string;
  readonly message: string;
}) {
  const words: Readonly<Record<string, string>> = { cost: "Cost", ref: "Ref", qty: "Qty", dates: "Date" };
  const [name] = argument.split(" ");
  const column = words[name] ?? "Qty";
  return {
    column,
    message: message.replace(argument, column).replace(/ \(position \d+\)$/, ""),
  };
}

/** Money and units in sentences of tables: the same on every machine. */
export const moneyText = (amount: number): string =>
  amount.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const unitsText = (units: number): string => units.toLocaleString("en", { maximumFractionDigits: 6 });

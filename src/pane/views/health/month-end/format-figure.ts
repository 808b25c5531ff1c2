const figures = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

/** Money in full, as ledgers have it; whole numbers without cents, since lines compare units too. */
export const formatFigure = (figure: number): string =>
  Number.isInteger(figure) ? whole.format(figure) : figures.format(figure);

import { PlanningError, insufficientData, invalidInput } from "../errors";
import { dayOfSerial } from "../calendar";

export interface DeliveryLines {
  /** Days, as Excel serials. A line without a due day does not count; one without a receipt is neither on time nor in full. */
  readonly due: readonly number[];
  readonly received: readonly number[];
  readonly orderedQuantity: readonly number[];
  readonly receivedQuantity: readonly number[];
}

export interface DeliveryTolerance {
  /** Days before and after the due day that still count as on time. */
  readonly early: number;
  readonly late: number;
  /** Share of the ordered quantity that may be missing or too much. */
  readonly quantity: number;
}

export interface OnTimeInFull {
  readonly both: number;
  readonly onTime: number;
  readonly inFull: number;
  readonly lines: number;
}

/**
 * Shares of the order lines that came on time, in full, and both, within agreed tolerances.
 * Source: APICS (2017), SCOR 12.0, RL.1.1 perfect order fulfilment with RL.2.1 and RL.2.2.
 */
export function onTimeInFull(lines: DeliveryLines, tolerance: DeliveryTolerance): OnTimeInFull {
  const { due, received, orderedQuantity, receivedQuantity } = lines;
  for (const [name, list] of Object.entries({
    received,
    orderedQty: orderedQuantity,
    receivedQty: receivedQuantity,
  })) {
    if (list.length !== due.length)
      throw invalidInput(name, `must have as many entries as due (${due.length})`, list.length);
  }
  let count = 0;
  let onTime = 0;
  let inFull = 0;
  let both = 0;
  due.forEach((promised, i) => {
    const ordered = orderedQuantity[i];
    if (Number.isNaN(promised) || Number.isNaN(ordered)) return;
    if (!(ordered > 0)) {
      const message = `orderedQty at position ${i + 1} must be above 0, got ${ordered}`;
      throw new PlanningError("invalid-input", "orderedQty", message);
    }
    count++;
    const days = Number.isNaN(received[i]) ? NaN : dayOfSerial(received[i]) - dayOfSerial(promised);
    const punctual = days >= -tolerance.early && days <= tolerance.late;
    const share = (receivedQuantity[i] || 0) / ordered;
    const hasArrived = !Number.isNaN(days);
    const complete = hasArrived && Math.abs(share - 1) <= tolerance.quantity * (1 + 1e-12);
    if (punctual) onTime++;
    if (complete) inFull++;
    if (punctual && complete) both++;
  });
  if (count === 0) throw insufficientData("due", "must hold at least one line with a due day", 0);
  return { both: both / count, onTime: onTime / count, inFull: inFull / count, lines: count };
}

"""Known answers for test/analyses/suppliers: a fixture of 30 receipts in parts, by numpy's business days and scipy straight from the
definitions.

Run: python3 suppliers.py > ../suppliers.json
"""
import json
import numpy as np
import scipy
from scipy.stats import norm

rng = np.random.default_rng(20260301)
origin = np.datetime64("1899-12-30")
serial = lambda day: int((day - origin).astype(int))

# Supplier, item, agreed calendar days, unit cost.
agreements = [("S1", "a", 12, 10.0), ("S1", "b", 20, 4.0), ("S2", "a", 15, 9.0)]
rows = []
number = 0
for supplier, item, agreed, _ in agreements:
    for k in range(6):
        number += 1
        ordered = np.datetime64("2024-01-01") + 21 * k + number
        due = ordered + agreed
        first = ordered + int(agreed + rng.integers(-4, 9))
        quantity = int(rng.integers(3, 12)) * 10
        # Every second line comes in two parts, the sixth in three; the fourth of each is short.
        parts = [quantity] if k % 2 == 0 else [quantity // 2, quantity - quantity // 2]
        if k == 5:
            parts = [quantity - 2 * (quantity // 3), quantity // 3, quantity // 3]
        if k == 3:
            parts = [quantity // 2]
        for p, part in enumerate(parts):
            rows.append([f"P{number:03d}", "10", item, supplier, serial(ordered), serial(due),
                         serial(first + 3 * p + (p > 0) * int(rng.integers(0, 5))), quantity, part])
# Open lines: one due long ago, one not due yet.
rows.append(["P901", "10", "a", "S1", serial(np.datetime64("2024-04-01")), serial(np.datetime64("2024-04-15")), "", 40, ""])
rows.append(["P902", "10", "a", "S1", serial(np.datetime64("2024-12-20")), serial(np.datetime64("2025-06-01")), "", 40, ""])
# Filled up with whole lines to 30 receipts.
while len(rows) < 30:
    number += 1
    ordered = np.datetime64("2024-07-01") + 9 * number
    days = 12 + int(rng.integers(-2, 10))
    rows.append([f"P{number:03d}", "10", "a", "S1", serial(ordered), serial(ordered + 12), serial(ordered + days), 50, 50])
assert len(rows) == 30, len(rows)
review_day = serial(np.datetime64("2025-01-01"))


def lines_of(supplier, item):
    keys = dict.fromkeys(r[0] for r in rows if r[3] == supplier and (item is None or r[2] == item))
    return [[r for r in rows if r[0] == key] for key in keys]


def lead_times(lines, working):
    first, last, by_quantity = [], [], []
    for parts in lines:
        arrived = [r for r in parts if r[6] != ""]
        if not arrived:
            continue
        ordered = origin + arrived[0][4]
        days = []
        for r in arrived:
            received = origin + r[6]
            # Working days after the order up to and with the receipt.
            days.append(int(np.busday_count(ordered + 1, received + 1)) if working else r[6] - r[4])
        weights = [r[8] for r in arrived]
        first.append(min(days))
        last.append(max(days))
        by_quantity.append(float(np.average(days, weights=weights)))
    return first, last, by_quantity


def service(lines):
    due = [parts for parts in lines if parts[0][5] <= review_day]
    on_time, in_full, both = [], [], []
    for parts in due:
        arrived = [r for r in parts if r[6] != ""]
        punctual = bool(arrived) and max(r[6] for r in arrived) <= parts[0][5]
        complete = bool(arrived) and sum(r[8] for r in arrived) == parts[0][7]
        on_time.append(punctual)
        in_full.append(complete)
        both.append(punctual and complete)
    return {"due": len(due), "onTime": float(np.mean(on_time)), "inFull": float(np.mean(in_full)), "otif": float(np.mean(both))}


def stock(z, mean_days, sd_days):
    """Silver, Pyke and Thomas (2017), section 6.10: demand of 50 a day, standard deviation 5."""
    return z * np.sqrt(mean_days * 25 + 2500 * sd_days**2)


z = norm.ppf(0.95)
answers = []
for supplier, item, agreed, cost in agreements:
    lines = lines_of(supplier, item)
    first, last, by_quantity = lead_times(lines, False)
    worked = lead_times(lines, True)
    mean, sd = float(np.mean(by_quantity)), float(np.std(by_quantity, ddof=1))
    kept, regular, real = stock(z, agreed, 0), stock(z, mean, 0), stock(z, mean, sd)
    answers.append({
        "supplier": supplier, "item": item, "agreed": agreed, "cost": cost, "lines": len(first),
        "first": float(np.mean(first)), "last": float(np.mean(last)), "byQuantity": mean, "spread": sd,
        "p90": float(np.quantile(by_quantity, 0.9)),
        "working": {"first": float(np.mean(worked[0])), "last": float(np.mean(worked[1])), "byQuantity": float(np.mean(worked[2]))},
        **service(lines),
        "late": float(regular - kept), "irregular": float(real - regular),
    })
totals = [{"supplier": s, "lines": len(lead_times(lines_of(s, None), False)[0]), **service(lines_of(s, None))} for s in ("S1", "S2")]

print(json.dumps({
    "provenance": f"numpy {np.__version__} (busday_count, quantile), scipy {scipy.__version__} (norm.ppf); scripts/suppliers.py",
    "columns": ["PO", "Line", "Item", "Supplier", "Ordered", "Due", "Received", "Qty", "QtyReceived"],
    "receipts": rows, "reviewDay": review_day, "answers": answers, "totals": totals,
}, indent=1))

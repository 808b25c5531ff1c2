"""Known answers for test/engine/replenishment/limited-lot-size.test.ts. Run: python3 lot-sizing.py > ../lot-sizing.json

Cheapest lots of whole units, by dynamic programming over every cumulative order there is, unit by unit. With whole demands and limits the
cheapest plan is one of whole units. Each case: demand, order costs, holding costs, minimum, pack (0 none), maximum (null none), safety
stock, shortage cost (null: nothing may be owed), cheapest cost (null: there is no plan).
"""
import json, random


def cheapest(demand, order, hold, minimum, pack, maximum, safety, short):
    step = pack or 1
    highest = sum(demand) + safety + 2 * max(minimum, pack, 1) + 5
    lots = [q for q in range(step, highest + 1, step) if minimum <= q <= (maximum or highest)]
    best, cumulative = {0: 0.0}, 0
    for t, units in enumerate(demand):
        cumulative += units
        after = {}
        for level, cost in best.items():
            for lot in [0] + lots:
                reached = level + lot
                stock = reached - cumulative
                if reached > highest:
                    break
                if stock < safety and (short is None or t == len(demand) - 1):
                    continue
                paid = cost + (order[t] if lot else 0) + (hold[t] * stock if stock >= 0 else -short * stock)
                after[reached] = min(paid, after.get(reached, float("inf")))
        best = after
    return min(best.values()) if best else None


random.seed(8)
cases = []
for _ in range(160):
    periods = random.randint(1, 9)
    demand = [random.choice([0, random.randint(0, 25)]) for _ in range(periods)]
    varying = random.random() < 0.5
    draw = lambda top: (
        [random.choice([0, random.randint(1, top)]) for _ in range(periods)]
        if varying
        else [random.randint(0, top)] * periods
    )
    order, hold = draw(120), draw(4)
    minimum, pack = random.choice([0, 0, 5, 17, 40]), random.choice([0, 0, 6, 10])
    maximum, safety = random.choice([None, None, 20, 43, 90]), random.choice([0, 0, 7])
    short = random.choice([None, 1, 3, 10]) if safety == 0 else None
    case = [demand, order, hold, minimum, pack, maximum, safety, short]
    cases.append([*case, cheapest(*case)])
print(json.dumps({"provenance": "Python, by enumeration; lot-sizing.py", "cases": cases}))

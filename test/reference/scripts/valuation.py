"""Known answers for ageing, forward cover, write-downs and bridges, in exact decimals.

Ageing lays out every unit with the day it came in and keeps the latest; forward cover walks period by period in fractions; the
Shapley bridge goes through every order of the drivers.

python3 valuation.py > ../valuation.json
"""

import itertools
import json
import random
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 40
BOUNDS = [90, 180, 270, 365]


def ageing(rng):
    asof = 46000
    receipts = [
        (asof - rng.randint(-20, 500), rng.randint(1, 40), Decimal(rng.randint(1, 9999)) / 100)
        for _ in range(rng.randint(1, 12))
    ]
    units = [(day, cost) for day, quantity, cost in receipts if day <= asof for _ in range(quantity)]
    units.sort(key=lambda unit: unit[0])
    on_hand = rng.randint(0, len(units)) if len(set(d for d, _, _ in receipts)) == len(receipts) else 0
    left = units[len(units) - on_hand :]
    bucket = lambda day: next((i for i, bound in enumerate(BOUNDS) if asof - day <= bound), len(BOUNDS))
    quantities, values = [0] * 5, [Decimal(0)] * 5
    for day, cost in left:
        quantities[bucket(day)] += 1
        values[bucket(day)] += cost
    return {
        "asof": asof,
        "receipts": [[day, quantity, float(cost)] for day, quantity, cost in receipts],
        "onHand": on_hand,
        "quantities": quantities,
        "values": [str(value) for value in values],
    }


def cover(rng):
    forecast = [rng.randint(0, 60) for _ in range(rng.randint(1, 10))]
    on_hand, days = rng.randint(0, sum(forecast)), rng.choice([7, 30, 31])
    left, answer = Fraction(on_hand), Fraction(0)
    for demand in forecast:
        if left == 0:
            break
        share = Fraction(1) if demand == 0 else min(Fraction(1), left / demand)
        answer += share * days
        left -= share * demand
    return {"onHand": on_hand, "forecast": forecast, "days": days, "cover": float(answer)}


def write_down(rng):
    cents = lambda top: Decimal(rng.randint(0, top)) / 100
    cost, nrv, quantity, prior = cents(5000), cents(6000), Decimal(rng.randint(0, 300)), cents(200000)
    prior = min(prior, cost * quantity)
    needed = max(Decimal(0), cost - nrv) * quantity
    ias = (max(Decimal(0), needed - prior), min(prior, max(Decimal(0), prior - needed)))
    us = max(Decimal(0), needed - prior)
    return {
        "cost": float(cost),
        "nrv": float(nrv),
        "quantity": float(quantity),
        "prior": float(prior),
        "ias2": [str(ias[0]), str(ias[1]), str(cost * quantity - prior - ias[0] + ias[1])],
        "asc330": [str(us), "0", str(cost * quantity - prior - us)],
    }


def shapley(rng):
    k = rng.randint(1, 5)
    prior = [Fraction(rng.randint(1, 50), rng.randint(1, 9)) for _ in range(k)]
    current = [Fraction(rng.randint(1, 50), rng.randint(1, 9)) for _ in range(k)]
    effects = [Fraction(0)] * k
    orders = list(itertools.permutations(range(k)))
    for order in orders:
        state = list(prior)
        for driver in order:
            before = product(state)
            state[driver] = current[driver]
            effects[driver] += (product(state) - before) / len(orders)
    return {
        "prior": [float(value) for value in prior],
        "current": [float(value) for value in current],
        "effects": [float(effect) for effect in effects],
    }


def product(values):
    result = Fraction(1)
    for value in values:
        result *= value
    return result


def main():
    rng = random.Random(20250131)
    many = lambda make, count: [make(rng) for _ in range(count)]
    print(
        json.dumps(
            {
                "provenance": "scripts/valuation.py, Python decimal and fractions",
                "ageing": many(ageing, 40),
                "cover": many(cover, 40),
                "writeDowns": many(write_down, 40),
                "shapley": many(shapley, 20),
            }
        )
    )


main()

"""Moves between many sites with a smallest move: which lanes run is contested. scipy milp (HiGHS), two stages.

Run from the project's folder: python3 test/reference/scripts/contested-moves.py > test/reference/contested-moves.json
"""

import json
import random

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp


def best(excess, need, cost, smallest):
    """Most units, then the least cost of moving them."""
    lanes = [(i, j) for i in range(len(excess)) for j in range(len(need)) if cost[i][j] is not None]
    n = len(lanes)
    ceiling = [min(excess[i], need[j]) for i, j in lanes]
    rows, upper = [], []
    for i, units in enumerate(excess):
        rows.append([1.0 * (a == i) for a, _ in lanes] + [0] * n)
        upper.append(units)
    for j, units in enumerate(need):
        rows.append([1.0 * (b == j) for _, b in lanes] + [0] * n)
        upper.append(units)
    for k in range(n):
        most, least = np.zeros(2 * n), np.zeros(2 * n)
        most[k], most[n + k] = 1, -ceiling[k]
        least[k], least[n + k] = -1, smallest
        rows += [most, least]
        upper += [0, 0]

    def solve(objective, extra=None):
        matrix, ends = np.array(rows + ([extra[0]] if extra else [])), upper + ([extra[1]] if extra else [])
        found = milp(
            objective,
            constraints=LinearConstraint(matrix, -np.inf, ends),
            integrality=[0] * n + [1] * n,
            bounds=Bounds([0] * 2 * n, ceiling + [1] * n),
            options={"mip_rel_gap": 0},
        )
        return found.fun

    moved = -solve([-1] * n + [0] * n)
    money = solve([cost[i][j] for i, j in lanes] + [0] * n, ([-1] * n + [0] * n, -moved + 1e-7))
    return round(moved, 6), round(money, 4)


random.seed(43)
problems = []
for sources, sinks, smallest in [(10, 12, 10), (15, 20, 20), (20, 30, 20)]:
    excess = [random.randint(0, 40) for _ in range(sources)]
    need = [random.randint(0, 40) for _ in range(sinks)]
    cost = [[None if random.random() < 0.3 else random.randint(10, 150) / 10 for _ in need] for _ in excess]
    moved, money = best(excess, need, cost, smallest)
    problems.append(dict(excess=excess, need=need, cost=cost, smallest=smallest, moved=moved, money=money))

print(
    json.dumps(
        {
            "provenance": f"scipy {scipy.__version__}: milp (HiGHS), no gap",
            "script": "test/reference/scripts/contested-moves.py",
            "problems": problems,
        }
    )
)

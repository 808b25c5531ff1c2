"""Known answers for ALLOCATE and TRANSSHIP from linear and integer programs (HiGHS through scipy), and journey times by quadrature.

Run: python3 test/reference/scripts/allocation.py > test/reference/allocation.json
"""
import json
import numpy as np
import scipy
from scipy.optimize import linprog, milp, LinearConstraint, Bounds, brentq
from scipy import stats, integrate

rng = np.random.default_rng(20261)


def max_min(amount, weights, least, most):
    """Lexicographic max-min of x / weight: raise the lowest level by an LP, fix who cannot be raised, again."""
    n = len(weights)
    fixed = {}
    while len(fixed) < n:
        free = [i for i in range(n) if i not in fixed]

        def solve(extra=None):
            c = np.zeros(n + 1)
            c[-1] = -1
            rows, rhs = [], []
            for i in free:
                row = np.zeros(n + 1)
                row[i] = -1 / weights[i]
                row[-1] = 1
                rows.append(row)
                rhs.append(0)
            bounds = [(fixed.get(i, least[i]), fixed.get(i, most[i])) for i in range(n)] + [(0, None)]
            total = np.ones(n + 1)
            total[-1] = 0
            if extra is not None:
                i, level = extra
                c = np.zeros(n + 1)
                c[i] = -1
                bounds[-1] = (level, level)
            return linprog(c, A_ub=rows, b_ub=rhs, A_eq=[total], b_eq=[amount], bounds=bounds, method="highs")

        level = -solve().fun
        stuck = False
        for i in free:
            highest = -solve((i, level * (1 - 1e-9))).fun
            if highest <= max(level * weights[i], least[i]) + 1e-6:
                fixed[i] = max(min(level * weights[i], most[i]), least[i])
                stuck = True
        if not stuck:
            raise RuntimeError("no one is stuck")
    return [fixed[i] for i in range(n)]


def allocation(method):
    n = int(rng.integers(2, 9))
    demand = rng.integers(1, 100, n).astype(float)
    priority = rng.integers(1, 4, n)
    supply = float(rng.integers(1, int(demand.sum()) + 20))
    floor = np.where(rng.random(n) < 0.4, np.floor(demand * rng.random(n) * supply / demand.sum()), 0)
    tiers = sorted(set(priority)) if method == "PRIORITY" else [None]
    answer = np.zeros(n)
    left = supply
    rest = floor.sum()
    for tier in tiers:
        who = [i for i in range(n) if tier is None or priority[i] == tier]
        rest -= floor[who].sum()
        amount = min(demand[who].sum(), left - rest)
        weights = demand[who] if method != "EQUAL" else np.ones(len(who))
        answer[who] = max_min(amount, weights, floor[who], demand[who])
        left -= amount
    return {
        "method": method,
        "supply": supply,
        "demand": demand.tolist(),
        "priority": priority.tolist(),
        "floor": floor.tolist(),
        "answer": [round(float(x), 9) for x in answer],
    }


def transshipment(smallest):
    rows, columns = int(rng.integers(2, 6)), int(rng.integers(2, 6))
    excess = rng.integers(0, 60, rows).astype(float)
    need = rng.integers(0, 60, columns).astype(float)
    cost = rng.integers(1, 40, (rows, columns)).astype(float)
    lane = rng.random((rows, columns)) < 0.75
    n = rows * columns
    least = float(rng.integers(5, 25)) if smallest else 0.0
    by_row = np.kron(np.eye(rows), np.ones(columns))
    by_column = np.kron(np.ones(rows), np.eye(columns))
    most = np.minimum.outer(excess, need).ravel() * lane.ravel()
    zeros = np.zeros((rows, n)), np.zeros((columns, n))
    a = np.block([[by_row, zeros[0]], [by_column, zeros[1]], [np.eye(n), -np.diag(most)], [-np.eye(n), least * np.eye(n)]])
    top = np.concatenate([excess, need, np.zeros(2 * n)])
    limits = [LinearConstraint(a, -np.inf, top)]
    bounds = Bounds(0, np.concatenate([most, np.ones(n)]))
    whole = np.concatenate([np.zeros(n), np.ones(n)])
    quantity = np.concatenate([np.ones(n), np.zeros(n)])
    first = milp(-quantity, constraints=limits, bounds=bounds, integrality=whole, options={"mip_rel_gap": 0})
    moved = round(-first.fun, 6)
    money = np.concatenate([cost.ravel(), np.zeros(n)])
    limits.append(LinearConstraint(quantity[None, :], moved - 1e-7, np.inf))
    second = milp(money, constraints=limits, bounds=bounds, integrality=whole, options={"mip_rel_gap": 0})
    return {
        "excess": excess.tolist(),
        "need": need.tolist(),
        "cost": [[float(cost[i, j]) if lane[i, j] else None for j in range(columns)] for i in range(rows)],
        "smallest": least,
        "moved": moved,
        "money": round(float(second.fun), 5),
    }


def journey():
    legs = [(float(rng.integers(2, 40)), float(rng.uniform(0.3, 8))) for _ in range(2)]
    (m1, s1), (m2, s2) = legs
    first = stats.gamma((m1 / s1) ** 2, scale=s1**2 / m1)
    second = stats.gamma((m2 / s2) ** 2, scale=s2**2 / m2)

    def cdf(x):
        # over quantiles of the first leg, so that narrow densities are seen
        value, _ = integrate.quad(lambda u: first.pdf(u) * second.cdf(x - u), 0, x, epsabs=1e-12, limit=400,
                                  points=[p for p in first.ppf([0.001, 0.1, 0.5, 0.9, 0.999]) if p < x])
        return value

    return {
        "legs": legs,
        "quantiles": [[p, round(brentq(lambda x: cdf(x) - p, 1e-6, 10 * (m1 + m2), xtol=1e-11), 8)] for p in (0.1, 0.5, 0.8, 0.95)],
    }


print(json.dumps({
    "provenance": f"scipy {scipy.__version__}: linprog and milp (HiGHS); scipy.integrate.quad for journeys",
    "script": "test/reference/scripts/allocation.py",
    "allocations": [allocation(m) for m in ("PRIORITY", "FAIR", "EQUAL") for _ in range(12)],
    "transshipments": [transshipment(s) for s in (False, True) for _ in range(12)],
    "journeys": [journey() for _ in range(6)],
}))

"""Known answers for test/engine/policy/reviewed-policies.test.ts. Run: python3 reviewed-policies.py > ../reviewed-policies.json

(R, s, S) by trying every s and S; each costed by the stationary distribution of the Markov chain of the position after reviews, and by the
demand of every period until the next order can arrive. Continuous demand is taken to the nearest whole unit.
Each case: distribution, mean, sd, lead time, review, order cost, holding, shortage, s, S, cost per period.
"""
import json
import numpy as np
from scipy import stats


def several(pmf, periods):
    total = np.array([1.0])
    for _ in range(periods):
        total = np.convolve(total, pmf)
    return total


def cost(pmf, lead, review, order, hold, short, s, S):
    between = several(pmf, review)
    states = list(range(s + 1, S + 1))
    n = len(states)
    move, ordering, charge = np.zeros((n, n)), np.zeros(n), np.zeros(n)
    for i, y in enumerate(states):
        for d, p in enumerate(between):
            if y - d <= s:
                move[i, n - 1] += p
                ordering[i] += p
            else:
                move[i, y - d - s - 1] += p
    for period in range(1, review + 1):
        total = several(pmf, lead + period)
        k = np.arange(len(total))
        for i, y in enumerate(states):
            charge[i] += (total * np.where(k < y, hold * (y - k), short * (k - y))).sum()
    system = np.vstack([move.T - np.eye(n), np.ones(n)])
    pi = np.linalg.lstsq(system, np.append(np.zeros(n), 1), rcond=None)[0]
    return float(pi @ (charge + order * ordering)) / review


def demand(kind, mean, sd):
    k = np.arange(0, 80)
    if kind == "POISSON":
        return stats.poisson.pmf(k, mean)
    if kind == "NBINOM":
        p = mean / sd**2
        return stats.nbinom.pmf(k, mean * p / (1 - p), p)
    d = stats.norm(mean, sd) if kind == "NORMAL" else stats.gamma((mean / sd) ** 2, scale=sd * sd / mean)
    pmf = d.cdf(k + 0.5) - np.where(k == 0, 0, d.cdf(k - 0.5))
    return pmf / pmf.sum()


cases = []
for *given, low, high in [
    ["POISSON", 2, None, 1, 3, 10, 1, 9, -2, 24],
    ["POISSON", 0.5, None, 2, 4, 8, 1, 20, -3, 14],
    ["NBINOM", 2, 2.5, 1, 1, 10, 1, 9, -2, 24],
    ["NBINOM", 1, 1.5, 0, 3, 6, 1, 12, -3, 20],
    ["NORMAL", 4, 1.5, 0, 1, 8, 1, 9, -2, 24],
    ["GAMMA", 3, 2.5, 1, 2, 9, 1, 6, -3, 28],
]:
    pmf = demand(*given[:3])
    best = (np.inf, 0, 0)
    for s in range(low, high):
        for S in range(s + 1, high + 1):
            value = cost(pmf, *given[3:], s, S)
            if value < best[0] - 1e-11:
                best = (value, s, S)
    cases.append([*given, best[1], best[2], best[0]])
print(json.dumps({"provenance": "numpy, scipy, by enumeration; reviewed-policies.py", "cases": cases}))

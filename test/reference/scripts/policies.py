"""Known answers for test/engine/policy and replenishment, found the slow way. Run: python3 policies.py > ../policies.json

(r, Q) Poisson: every r and Q, cost by summation. (s, S): every s and S, cost by the stationary distribution of the Markov chain of the
position. (r, Q) normal: Nelder-Mead over r and Q with numerical integration. Joint replenishment: all multiples up to 12.
"""
import itertools, json
import numpy as np, scipy
from scipy import integrate, optimize, stats


def rq_poisson(rate, lead, order, hold, short):
    mean = rate * lead
    ks = np.arange(0, int(mean + 20 * mean**0.5 + 60))
    pmf = stats.poisson.pmf(ks, mean)
    g = lambda y: float((pmf * np.where(ks < y, hold * (y - ks), short * (ks - y))).sum())
    low, high = int(mean) - 60, int(mean) + 120
    values = np.array([g(y) for y in range(low, high)])
    best = (np.inf, 0, 0)
    sums = np.concatenate([[0], np.cumsum(values)])
    for r in range(low, high - 1):
        for q in range(1, high - r - 1):
            cost = (order * rate + sums[r + 1 + q - low] - sums[r + 1 - low]) / q
            if cost < best[0] - 1e-12:
                best = (cost, r, q)
    return [best[1], best[2], best[0]]


def rq_normal(rate, sd, lead, order, hold, short):
    mean, spread = rate * lead, sd * lead**0.5
    demand = stats.norm(mean, spread)

    def g(y):
        k = (y - mean) / spread
        n = spread * (stats.norm.pdf(k) - k * stats.norm.sf(k))
        return hold * (y - mean) + (hold + short) * n

    def cost(x):
        r, q = x
        if q <= 0:
            return 1e12
        return (order * rate + integrate.quad(g, r, r + q, epsabs=1e-11, epsrel=1e-12, limit=500)[0]) / q

    q0 = (2 * order * rate * (hold + short) / (hold * short)) ** 0.5
    found = optimize.minimize(cost, [mean, q0], method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-13, "maxiter": 4000})
    return [found.x[0], found.x[1], found.fun]


def ss_cost(pmf, lead, order, hold, short, s, S):
    """Position after ordering lives on s+1..S; its chain is solved as a linear system."""
    total = np.array([1.0])
    for _ in range(lead + 1):
        total = np.convolve(total, pmf)
    ks = np.arange(len(total))
    states = list(range(s + 1, S + 1))
    n = len(states)
    P = np.zeros((n, n))
    ordering = np.zeros(n)
    for i, y in enumerate(states):
        for d, p in enumerate(pmf):
            if y - d <= s:
                P[i, n - 1] += p
                ordering[i] += p
            else:
                P[i, y - d - s - 1] += p
    A = np.vstack([P.T - np.eye(n), np.ones(n)])
    pi = np.linalg.lstsq(A, np.append(np.zeros(n), 1), rcond=None)[0]
    stock = np.array([float((total * np.where(ks < y, hold * (y - ks), short * (ks - y))).sum()) for y in states])
    return float(pi @ (stock + order * ordering))


def ss(pmf, lead, order, hold, short, low, high):
    best = (np.inf, 0, 0)
    for s in range(low, high):
        for S in range(s + 1, high + 1):
            cost = ss_cost(pmf, lead, order, hold, short, s, S)
            if cost < best[0] - 1e-10:
                best = (cost, s, S)
    return [best[1], best[2], best[0]]


def poisson_pmf(mean):
    ks = np.arange(0, int(mean + 15 * mean**0.5 + 30))
    return stats.poisson.pmf(ks, mean)


def joint(items, major):
    best = np.inf
    for multiples in itertools.product(range(1, 13), repeat=len(items)):
        if 1 not in multiples:
            continue
        orders = major + sum(k / m for (_, k, _), m in zip(items, multiples))
        carry = sum(m * h * d for (d, _, h), m in zip(items, multiples))
        best = min(best, (2 * orders * carry) ** 0.5)
    return best


out = {"provenance": f"numpy {np.__version__}, scipy {scipy.__version__}, by enumeration; policies.py", "rqPoisson": [], "rqNormal": [], "ss": [], "joint": []}
for case in [(1.5, 2, 100, 20, 150), (4, 1, 10, 1, 9), (0.2, 5, 3, 0.5, 40), (10, 3, 64, 1, 19), (2, 0.5, 1, 2, 3)]:
    out["rqPoisson"].append([*case, *rq_poisson(*case)])
for case in [(1300, 150, 1 / 12, 8, 0.225, 7.5), (50, 20, 4, 100, 1, 9), (10, 9, 1, 5, 0.1, 0.4), (100, 1, 2, 60, 2, 30)]:
    out["rqNormal"].append([*case, *rq_normal(*case)])
for mean, lead, order, hold, short in [(3, 0, 5, 1, 4), (2, 2, 20, 1, 9), (6, 1, 10, 0.5, 12)]:
    spread = int(mean * (lead + 1))
    out["ss"].append([["POISSON", mean], lead, order, hold, short, *ss(poisson_pmf(mean), lead, order, hold, short, max(-4, spread - 12), spread + 26)])
lumpy = [[0, 0.6], [1, 0.1], [4, 0.2], [9, 0.1]]
pmf = np.zeros(10)
for units, p in lumpy:
    pmf[units] = p
out["ss"].append([["CUSTOM", lumpy], 1, 8, 1, 12, *ss(pmf, 1, 8, 1, 12, -3, 34)])
for items, major in [([[1000, 10, 2], [300, 40, 2], [20, 30, 5]], 50), ([[8000, 5, 1], [500, 20, 1], [400, 60, 1], [900, 2, 3]], 15)]:
    out["joint"].append([items, major, joint(items, major)])
print(json.dumps(out))

"""Known answers for test/engine/replenishment/supply-uncertainty.test.ts. Run: python3 supply-uncertainty.py > ../supply-uncertainty.json

Each the slow way. Lots under outages: a fine grid of lots, refined around its best. Base stock under outages: the balance of the Markov chain
of the number of periods down; certain demand: every multiple of it; else a search over levels. Yields: expected cost by
numerical integration over the yield, minimised by golden section.
"""
import json, math, random
import numpy as np
from scipy import integrate, optimize, stats


def lot(demand, order, hold, lost, down, up):
    def cost(q):
        psi = down / (down + up) * (1 - np.exp(-(down + up) * q / demand))
        return (order + hold * q * q / (2 * demand) + lost * demand * psi / up) / (q / demand + psi / up)

    middle = math.log(math.sqrt(2 * order * demand / hold) + lost * demand / hold)
    grid = np.linspace(middle - 16, middle + 6, 400001)
    values = cost(np.exp(grid))
    i = int(np.argmin(values))
    found = optimize.minimize_scalar(lambda x: cost(np.exp(x)), bounds=(grid[i - 1], grid[i + 1]), method="bounded", options={"xatol": 1e-12})
    return min(found.fun, values[i])


def chances(down, up, longest):
    """Stationary chances of 0, 1, 2, ... periods without delivery: what goes into each state leaves it, cut off where nothing is left."""
    weights = [1.0]
    for n in range(longest):
        weights.append(weights[-1] * (down if n == 0 else 1 - up))
    return np.array(weights) / math.fsum(weights)


def certain(demand, short, left, down, up):
    pi = chances(down, up, 900)
    need = (np.arange(901) + 1) * demand
    cost = lambda s: float((pi * (left * np.maximum(s - need, 0) + short * np.maximum(need - s, 0))).sum())
    return min((cost(demand * k), demand * k) for k in range(1, 200))


def spread(kind, mean, sd, lead, short, left, down, up):
    pi = chances(down, up, 300)
    spans = np.arange(301) + lead + 1

    def losses(s):
        m, v = mean * spans, sd * np.sqrt(spans)
        if kind == "NORMAL":
            z = (s - m) / v
            n = v * (stats.norm.pdf(z) - z * stats.norm.sf(z))
        elif kind == "GAMMA":
            a, b = (m / v) ** 2, v * v / m
            n = m * stats.gamma.sf(s, a + 1, scale=b) - s * stats.gamma.sf(s, a, scale=b)
        else:
            n = m * stats.poisson.sf(s - 2, m) - s * stats.poisson.sf(s - 1, m)
        return n

    def cost(s):
        n = losses(s)
        return float((pi * (left * (n + s - mean * spans) + short * n)).sum())

    if kind == "POISSON":
        return min((cost(s), s) for s in range(0, int(60 * mean * (lead + 3))))
    found = optimize.minimize_scalar(cost, bounds=(0, 40 * mean * (lead + 2)), method="bounded", options={"xatol": 1e-9, "maxiter": 2000})
    return (found.fun, found.x)


def density(kind, mean, sd):
    if kind == "UNIFORM":
        return stats.uniform(mean - math.sqrt(3) * sd, 2 * math.sqrt(3) * sd)
    if kind == "GAMMA":
        return stats.gamma((mean / sd) ** 2, scale=sd * sd / mean)
    return stats.norm(mean, sd)


def stock(kind, type_, demand, short, left, mean, sd):
    y = density(kind, mean, sd)
    low, high = y.ppf(1e-15), y.isf(1e-15)

    def cost(s):
        arrived = (lambda v: s * v) if type_ == "MULTIPLICATIVE" else (lambda v: s + v)
        turn = demand / s if type_ == "MULTIPLICATIVE" else demand - s
        f = lambda v: (left * max(arrived(v) - demand, 0) + short * max(demand - arrived(v), 0)) * y.pdf(v)
        points = sorted([low, min(max(turn, low), high), high])
        return sum(integrate.quad(f, a, b, epsabs=1e-13, epsrel=1e-12, limit=400)[0] for a, b in zip(points, points[1:]))

    bounds = (demand / high, demand / max(low, mean / 20)) if type_ == "MULTIPLICATIVE" else (demand - high, demand - low)
    found = optimize.minimize_scalar(cost, bounds=bounds, method="bounded", options={"xatol": 1e-10, "maxiter": 2000})
    return (found.fun, found.x)


random.seed(12)
draw = lambda low, high: float("%.5g" % 10 ** random.uniform(math.log10(low), math.log10(high)))
out = {"provenance": f"numpy {np.__version__}, scipy {__import__('scipy').__version__}; supply-uncertainty.py", "lots": [], "certain": [], "spread": [], "stock": []}
for case in [(1300, 8, 0.225, 5, 1.5, 14), (1300, 8, 0.225, 0.001, 1.5, 14), (10, 1e-4, 5, 100, 0.01, 300), (10, 5, 5, 100, 50, 0.5)] + [
    (draw(1, 1e5), draw(0.1, 1e4), draw(0.01, 100), draw(0.01, 1000), draw(0.05, 50), draw(0.5, 200)) for _ in range(20)
]:
    out["lots"].append([*case, lot(*case)])
for case in [(2000, 3, 0.25, 0.04, 0.25), (1, 1, 1, 0.5, 0.5), (7, 9, 1, 0.9, 0.1), (7, 1, 9, 0.01, 0.2), (7, 999, 1, 0.02, 0.3)] + [
    (draw(1, 1000), draw(0.5, 200), draw(0.1, 5), random.uniform(0.005, 0.9), random.uniform(0.1, 0.95)) for _ in range(12)
]:
    cost, level = certain(*case)
    out["certain"].append([*case, level, cost])
for case in [("NORMAL", 20, 5, 0, 18, 2, 0.1, 0.6), ("NORMAL", 20, 12, 3, 40, 1, 0.05, 0.3), ("GAMMA", 10, 9, 1, 9, 1, 0.1, 0.5), ("GAMMA", 2, 4, 0, 30, 1, 0.02, 0.4), ("POISSON", 4, 2, 0, 9, 1, 0.1, 0.4), ("POISSON", 0.3, 0.3**0.5, 2, 50, 1, 0.05, 0.25)]:
    cost, level = spread(*case)
    out["spread"].append([*case, level, cost])
for case in [("UNIFORM", "ADDITIVE", 1500, 75, 15, 0, 288.675), ("NORMAL", "ADDITIVE", 1000, 9, 1, -50, 30), ("NORMAL", "ADDITIVE", 10, 1, 99, 2, 3), ("UNIFORM", "MULTIPLICATIVE", 100, 3, 1, 0.75, 0.1443), ("NORMAL", "MULTIPLICATIVE", 500, 9, 1, 0.9, 0.05), ("GAMMA", "MULTIPLICATIVE", 50, 20, 1, 0.6, 0.2), ("UNIFORM", "MULTIPLICATIVE", 100, 1, 30, 0.5, 0.25), ("GAMMA", "ADDITIVE", 80, 4, 1, 10, 8)]:
    cost, level = stock(*case)
    out["stock"].append([*case, level, cost])
print(json.dumps(out))

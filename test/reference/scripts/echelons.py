"""Known answers for test/engine/network: serial systems and one warehouse with retailers, found the slow way.
Run: python3 echelons.py > ../echelons.json

Serial, normal: the cost functions themselves (not their derivatives) on a fine grid, lead-time demand by direct numerical convolution.
Serial, Poisson: the same on integers. One warehouse: every base stock of the warehouse, backorders split by explicit binomial sums.
"""
import json
import numpy as np, scipy
from scipy import stats


def serial_normal(h, lead, mean, sd, p):
    penalty = p + sum(h)
    total = sum(lead)
    low = -12 * sd * total**0.5 - 3 * sd
    high = mean * total + 12 * sd * total**0.5
    step = sd / 200
    x = np.arange(low - mean * total - 10 * sd * total**0.5, high, step)
    below = penalty * np.maximum(-x, 0)
    result = []
    for holding, periods in zip(h, lead):
        hat = holding * x + below
        mu, sigma = mean * periods, sd * periods**0.5
        k = np.arange(np.floor((mu - 9 * sigma) / step), np.ceil((mu + 9 * sigma) / step) + 1)
        w = stats.norm.pdf(k * step, mu, sigma) * step
        w /= w.sum()
        left_slope = (hat[1] - hat[0]) / step
        first, last = int(k[0]), int(k[-1])
        left = hat[0] + left_slope * step * np.arange(-last, 0)
        right = np.full(max(0, -first), hat[-1]) + holding * step * np.arange(1, max(0, -first) + 1)
        padded = np.concatenate([left, hat, right])
        cost = np.convolve(padded, w, mode="valid")[: len(x)] if first >= 0 else np.convolve(padded, w, mode="valid")[: len(x)]
        if first > 0:
            full = np.concatenate([hat[0] + left_slope * step * np.arange(-last, 0), hat])
            cost = np.convolve(full, w, mode="valid")
            cost = cost[: len(x)]
        at = int(np.argmin(cost))
        a, b, c = cost[at - 1], cost[at], cost[at + 1]
        shift = 0.5 * (a - c) / (a - 2 * b + c)
        best = b - 0.25 * (a - c) * shift
        result.append(float(x[at] + shift * step))
        below = np.where(x < x[at] + shift * step, cost, best)
    return [result, float(best)]


def serial_poisson(h, lead, mean, p):
    penalty = p + sum(h)
    high = int(mean * sum(lead) + 15 * (mean * sum(lead)) ** 0.5 + 30)
    low = -high - 10
    x = np.arange(low, high + 1)
    below = penalty * np.maximum(-x, 0.0)
    result = []
    for holding, periods in zip(h, lead):
        hat = holding * x + below
        ds = np.arange(0, high + 1)
        w = stats.poisson.pmf(ds, mean * periods)
        slope = hat[1] - hat[0]
        full = np.concatenate([hat[0] + slope * np.arange(-high, 0), hat])
        cost = np.convolve(full, w, mode="valid")
        at = int(np.argmin(np.where(x >= 0, cost, np.inf)))
        result.append(int(x[at]))
        best = cost[at]
        below = np.where(x < x[at], cost, best)
    return [result, float(best)]


def warehouse(rates, lead0, leads, h0, h, p, exact):
    total = sum(rates)
    mean0 = total * lead0
    most = int(mean0 + 12 * mean0**0.5 + 25)
    d0 = stats.poisson.pmf(np.arange(most + 1), mean0)
    best = None
    for s0 in range(most):
        b0 = np.zeros(most + 1)
        for d, q in enumerate(d0):
            b0[max(0, d - s0)] += q
        ks = np.arange(most + 1)
        eb = float((b0 * ks).sum())
        cost = h0 * float((np.maximum(s0 - ks, 0) * d0).sum())
        stocks = []
        for rate, lead, hold, short in zip(rates, leads, h, p):
            reach = int(rate * (lead + lead0) + 12 * (rate * (lead + lead0)) ** 0.5 + 25)
            js = np.arange(reach + 1)
            if exact:
                share = np.zeros(reach + 1)
                for b in range(most + 1):
                    if b0[b] > 0:
                        share += b0[b] * stats.binom.pmf(js, b, rate / total)
                pmf = np.convolve(share, stats.poisson.pmf(js, rate * lead))[: reach + 1]
            else:
                pmf = stats.poisson.pmf(js, rate * (lead + eb / total))
            costs = [float((pmf * np.where(js < s, hold * (s - js), short * (js - s))).sum()) for s in range(reach)]
            s = int(np.argmin(costs))
            stocks.append(s)
            cost += costs[s]
        if best is None or cost < best[2] - 1e-12:
            best = [s0, stocks, cost]
    return best


normal = [
    [[3, 2, 2], [1, 1, 2], 5, 1, 37.12],
    [[1, 0.5], [2, 3], 20, 6, 9],
    [[0.25, 0.25, 0.25, 0.25], [1, 0.5, 2, 4], 10, 4, 10],
    [[2], [4], 50, 12, 18],
]
poisson = [
    [[3, 2, 2], [1, 1, 2], 5, 37.12],
    [[0.5, 0.5], [1, 2], 0.3, 5],
    [[0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25], 16, 9],
    [[1, 2], [0, 3], 4, 20],
]
one = [
    [[1, 2, 0.5], 2, [1, 0.5, 2], 1, [1.5, 1.5, 2], [10, 15, 30]],
    [[0.1, 0.1], 5, [1, 1], 1, [1, 1], [20, 20]],
    [[4, 1], 1, [0, 1], 0.2, [1, 1], [5, 50]],
]
print(
    json.dumps(
        {
            "provenance": f"numpy {np.__version__}, scipy {scipy.__version__}, by grids and enumeration; echelons.py",
            "serialNormal": [[*c, *serial_normal(*c)] for c in normal],
            "serialPoisson": [[*c, *serial_poisson(*c)] for c in poisson],
            "oneWarehouse": [[*c, exact, warehouse(*c, exact)] for c in one for exact in (True, False)],
        }
    )
)

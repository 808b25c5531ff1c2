"""Known answers for test/engine/forecast/intermittent.test.ts: sizes, intervals, probabilities and buckets smoothed by statsmodels'
simple exponential smoothing with known starting level; nothing of our own recursions.

Run: /usr/bin/python3 intermittent.py > ../intermittent.json
"""
import json
import numpy as np
from statsmodels.tsa.holtwinters import SimpleExpSmoothing


def smoothed(values, weight, start):
    """Level after the last value, from `start` before the first."""
    values = np.asarray(values, float)
    if len(values) == 0:
        return start
    fit = SimpleExpSmoothing(values, initialization_method="known", initial_level=start).fit(
        smoothing_level=weight, optimized=False)
    return float(fit.forecast(1)[0])


def parts(y):
    places = np.flatnonzero(y) + 1
    return y[y > 0], np.diff(np.r_[0, places])


def croston(y, a, b):
    sizes, intervals = parts(y)
    return smoothed(sizes, a, sizes[0]) / smoothed(intervals, b, intervals[0])


def buckets(y, m, a):
    sums = y[len(y) % m:].reshape(-1, m).sum(axis=1)
    return smoothed(sums, a, sums[0]) / m


def answers(y, a, b):
    sizes, intervals = parts(y)
    ratio = croston(y, a, b)
    m = int(round(intervals.mean()))
    return {
        "CROSTON": ratio,
        "SBA": ratio * (1 - b / 2),
        "SBJ": ratio * (1 - b / (2 - b)),
        "TSB": smoothed((y > 0).astype(float), b, (y > 0).mean()) * smoothed(sizes, a, sizes[0]),
        "ADIDA": buckets(y, m, a),
        "IMAPA": float(np.mean([buckets(y, k, a) for k in range(1, m + 1)])),
    }


rng = np.random.default_rng(20240117)
cases = []
for n, p, mean in [(24, .5, 3), (36, .3, 8), (60, .15, 2), (45, .08, 1.5), (120, .25, 400), (30, .9, 12)]:
    y = np.where(rng.random(n) < p, 1 + rng.poisson(mean, n), 0)
    y[rng.integers(n)] += 1
    for a, b in [(.1, .1), (.25, .05), (.6, .3)]:
        cases.append({"demand": y.tolist(), "alpha": a, "beta": b, "rate": answers(y, a, b)})
print(json.dumps({"by": "statsmodels SimpleExpSmoothing", "cases": cases}))

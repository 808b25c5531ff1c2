"""Known answers for test/engine/forecast/lead-time-demand.test.ts, by scipy's distributions and numpy's convolutions, from the written
definitions of the methods (no transform, no recursion of ours).

Run: /usr/bin/python3 lead-time-demand.py > ../lead-time-demand.json
"""
import json
import numpy as np
from scipy.stats import betabinom, binom, nbinom

probs = [.05, .5, .8, .9, .95, .99]


def power_mix(counts, sizes):
    """Distribution of a sum of K sizes, K with probabilities `counts`."""
    total, run = np.zeros(1), np.ones(1)
    for c in counts:
        n = max(len(total), len(run))
        total = np.pad(total, (0, n - len(total))) + c * np.pad(run, (0, n - len(run)))
        run = np.convolve(run, sizes)
    return total


def counts_over(of, periods):
    k, part = int(periods), periods - int(periods)
    upper = np.array([of(j, k + 1) for j in range(k + 2)])
    lower = np.array([of(j, k) for j in range(k + 1)] + [0.0])
    return part * upper + (1 - part) * lower


def quantiles(pmf, unit):
    cdf = np.cumsum(pmf)
    return [int(np.argmax(cdf >= p - 1e-12)) * unit for p in probs]


def mean(pmf, unit):
    return float(pmf @ np.arange(len(pmf))) * unit


def empirical(units, weights):
    pmf = np.bincount(units, weights=weights / weights.sum())
    return pmf


def tsb_sizes(y, unit, periods):
    p = (y > 0).mean()
    for v in y:
        p += .05 * ((v > 0) - p)
    units = (y[y > 0] / unit).round().astype(int)
    pmf = power_mix(counts_over(lambda j, k: binom.pmf(j, k, p), periods), empirical(units, np.ones(len(units))))
    return {"quantiles": quantiles(pmf, unit), "mean": mean(pmf, unit)}


def sporadic(y, unit, periods):
    d = np.array([1, .98, .95, .9])
    share = (y > 0).mean()
    logs = []
    for disc in d:
        a, b, log = 2 * share, 2.0, 0.0
        for v in y:
            p = min(.999, max(.001, a / b))
            log += np.log(p if v > 0 else 1 - p)
            a, b = disc * a + (v > 0), disc * b + 1
        logs.append(log)
    belief = np.exp(np.array(logs) - max(logs))
    belief /= belief.sum()
    age = np.arange(len(y))[::-1]
    counts = 0
    for disc, bel in zip(d, belief):
        w = disc ** age
        n = w.sum() ** 2 / (w ** 2).sum()
        p = w[y > 0].sum() / w.sum()
        counts = counts + bel * counts_over(lambda j, k: betabinom.pmf(j, k, p * n, (1 - p) * n) if 0 < p < 1 else
                                            float(j == round(p) * k), periods)
    weights = (belief[:, None] * d[:, None] ** age[None, :]).sum(axis=0)[y > 0]
    units = (y[y > 0] / unit).round().astype(int)
    seen = empirical(units, weights)
    if len(set(y)) > 1:
        n = weights.sum() ** 2 / (weights ** 2).sum()
        m = (weights @ units) / weights.sum()
        v = seen @ (np.arange(len(seen)) - m) ** 2
        beyond = max(m - 1, 0) + .02
        spread = max((n * v + 2 * beyond * (1 + beyond)) / (n + 2), 1.01 * beyond)
        prob = beyond / spread
        k = np.arange(4 * len(seen) - 1)
        curve = nbinom.pmf(k, beyond * prob / (1 - prob), prob)
        curve = curve[:np.argmax(np.cumsum(curve) >= 1 - 1e-9) + 1] if curve.sum() >= 1 - 1e-9 else curve
        curve = np.r_[0, curve / curve.sum()]
        trust = n / (n + 8)
        length = max(len(seen), len(curve))
        seen = trust * np.pad(seen, (0, length - len(seen))) + (1 - trust) * np.pad(curve, (0, length - len(curve)))
    pmf = power_mix(counts, seen)
    return {"quantiles": quantiles(pmf, unit), "mean": mean(pmf, unit)}


def negative_binomial(y, unit, periods):
    m, v = (y / unit).mean() * periods, (y / unit).var(ddof=1) * periods
    return {"quantiles": [float(nbinom.ppf(p, m * m / (v - m), m / v)) * unit for p in probs], "mean": m * unit}


def sums(y, unit, periods):
    k, part = int(periods), periods - int(periods)
    twice = np.r_[y, y, y, y]
    of = lambda length: np.array([twice[s:s + length].sum() for s in range(len(y))])
    values = np.r_[of(k), of(k + 1)]
    weights = np.r_[np.full(len(y), 1 - part), np.full(len(y), part)] / len(y)
    pmf = np.bincount((values / unit).round().astype(int), weights=weights)
    return {"quantiles": quantiles(pmf, unit), "mean": mean(pmf, unit)}


rng = np.random.default_rng(20240131)
cases = []
for n, p, size, unit in [(24, .5, 3, 1), (45, .12, 1.2, 1), (36, .3, 6, 12), (60, .2, 4, .5), (30, .95, 20, 1)]:
    y = np.where(rng.random(n) < p, 1 + rng.negative_binomial(2, 2 / (2 + size), n), 0) * unit
    y[1], y[5], y[9] = unit, 4 * unit, 3 * unit
    for periods in [1, 3, 2.4, 7]:
        cases.append({"demand": y.tolist(), "periods": periods,
                      "TSB": tsb_sizes(y, unit, periods), "SPORADIC": sporadic(y, unit, periods),
                      "NBINOM": negative_binomial(y, unit, periods), "SUMS": sums(y, unit, periods)})
print(json.dumps({"by": "scipy betabinom, binom, nbinom; numpy convolve", "probabilities": probs, "cases": cases}))

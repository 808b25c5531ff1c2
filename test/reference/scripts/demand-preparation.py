"""Known answers for test/engine/demand: cleaning, unconstraining and the trend test, by numpy and scipy straight from the definitions.

The trend test's variance is counted out over all orders of the values; the rates of BAYES are integrated over the gamma density.
Run: python3 demand-preparation.py > ../demand-preparation.json
"""
import itertools
import json
import numpy as np
from scipy import integrate, stats

rng = np.random.default_rng(20240301)


def scale(x):
    mad = stats.median_abs_deviation(x, scale="normal")
    return mad if mad > 0 else np.sqrt(np.pi / 2) * np.abs(x - np.median(x)).mean()


def hampel(x, k):
    n = len(x)
    starts = [min(max(i - 3, 0), n - 7) for i in range(n)]
    windows = [x[s:s + 7] for s in starts]
    middle = np.array([np.median(w) for w in windows])
    usual = scale(x - middle)
    limit = k * np.array([max(stats.median_abs_deviation(w, scale="normal"), usual) for w in windows])
    out = np.abs(x - middle) > limit
    return out, middle


def iqr(x, k):
    q1, q3 = np.quantile(x, [0.25, 0.75])
    out = (x < q1 - k * (q3 - q1)) | (x > q3 + k * (q3 - q1))
    t = np.arange(len(x))
    return out, np.interp(t, t[~out], x[~out])


def cap(x, k):
    limit = k * scale(x)
    return np.abs(x - np.median(x)) > limit, np.clip(x, np.median(x) - limit, np.median(x) + limit)


def cleaned(x, method, k):
    out, replacement = method(x, k)
    flags = out.astype(int)
    if flags[-1]:
        flags[-1] = 2
    return {"values": np.where(flags == 1, replacement, x).tolist(), "flags": flags.tolist()}


cases = []
for n in (9, 24, 40):
    x = np.round(100 + rng.normal(0, 8, n) + np.arange(n), 1)
    spots = rng.choice(n, max(1, n // 10), replace=False)
    x[spots] += rng.choice([-70, 90], len(spots))
    if n == 40:
        x[-1] += 150
    for name, method, k in (("HAMPEL", hampel, 3), ("HAMPEL", hampel, 2), ("IQR", iqr, 1.5), ("CAP", cap, 2.5)):
        cases.append({"demand": x.tolist(), "method": name, "k": k, **cleaned(x, method, k)})


def local(sold, share, t, memory, itself):
    weight = memory ** np.abs(np.arange(len(sold)) - t).astype(float)
    if not itself:
        weight[t] = 0
    return (weight * sold).sum() / (weight * share).sum()


def bayes(sold, share):
    n, seen = len(sold), share > 0
    means = {}
    for memory in (0.5, 0.7, 0.8, 0.9, 0.95, 1):
        m = np.array([local(sold, share, t, memory, False) for t in range(n)]) * share
        d = 2 * (np.where(sold > 0, sold * np.log(np.where(sold > 0, sold, 1) / np.maximum(m, 1e-3)), 0)
                 - np.where(sold > 0, sold - np.maximum(m, 1e-3), -np.maximum(m, 1e-3)))
        means[memory] = (d[seen].sum(), m)
    memory = min(means, key=lambda key: means[key][0])
    m = means[memory][1][seen]
    spread = ((sold[seen] - m) ** 2 - m).sum() / (m ** 2).sum()
    answer = []
    for t in range(n):
        mean = local(sold, share, t, memory, True)
        if spread <= 0:
            rate = mean
        else:
            prior = stats.gamma(1 / spread, scale=mean * spread)
            weight = lambda x: prior.pdf(x) * stats.poisson(share[t] * x).pmf(sold[t])
            limits = dict(limit=400, epsabs=0, epsrel=1e-11, points=[mean, max(sold[t], 1) / max(share[t], 0.1)])
            top = prior.ppf(1 - 1e-14) + 40
            rate = (integrate.quad(lambda x: x * weight(x), 0, top, **limits)[0]
                    / integrate.quad(weight, 0, top, **limits)[0])
        answer.append(sold[t] + (1 - share[t]) * rate)
    return {"memory": memory, "spread": max(0, spread), "estimate": answer}


stock = []
for n, mean, shape in ((18, 30, 4), (24, 6, 200), (15, 80, 20)):
    rate = rng.gamma(shape, mean / shape, n)
    share = np.round(np.where(rng.random(n) < 0.5, 1, rng.random(n)), 2)
    share[3] = 0
    sold = rng.poisson(rate * share).astype(float)
    stock.append({"demand": sold.tolist(), "instock": share.tolist(), **bayes(sold, share)})


def score(x):
    return sum(np.sign(x[j] - x[i]) for i in range(len(x)) for j in range(i + 1, len(x)))


def trend(x, season):
    places = [x[p::season] for p in range(season)]
    s = sum(score(p) for p in places)
    v = sum(np.mean([score(order) ** 2 for order in itertools.permutations(p)]) for p in places)
    pairs = [(x[j] - x[i]) / (j - i) for i in range(len(x)) for j in range(i + season, len(x), season)]
    dummies = np.array([[float(t % season == p) for p in range(season)] + [t] for t in range(len(x))])
    return {"z": float((s - np.sign(s)) / np.sqrt(v)), "slope": float(np.median(pairs)),
            "regression": float(np.linalg.lstsq(dummies, x, rcond=None)[0][-1])}


trends = []
for n, season in ((6, 1), (7, 1), (12, 4), (20, 4), (28, 7)):
    for ties in (1, 4):
        x = np.round((rng.normal(20, 6, n) + 0.4 * np.arange(n)) / ties) * ties
        trends.append({"series": x.tolist(), "season": season, **trend(x, season)})

print(json.dumps({"cleaning": cases, "unconstrain": stock, "trend": trends}))

"""Known answers for test/engine/forecast/regression.test.ts and new-product.test.ts.

Regression: statsmodels OLS on explicit design matrices. Bass model: scipy curve_fit (Levenberg-Marquardt) on the sales of room
air conditioners 1949-61 in thousands (Bass 1969).
Run: python3 regression.py > ../regression.json
"""
import json
import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.optimize import curve_fit

rng = np.random.default_rng(11)
n, m, h = 40, 4, 6
t = np.arange(n + h)
promotion = (rng.uniform(size=n + h) < 0.2).astype(float)
price = np.round(rng.uniform(8, 12, size=n + h), 2)
mean = np.exp(4 + 0.012 * t + 0.25 * np.sin(2 * np.pi * t / m) + 0.5 * promotion - 0.05 * price)
demand = np.round(mean * np.exp(rng.normal(0, 0.1, n + h)), 1)[:n]
missing = demand.copy()
missing[[5, 17]] = np.nan


def design(rows, trend, season, regressors):
    columns = [np.ones(len(rows))]
    if trend:
        columns.append(rows.astype(float))
    columns += [(rows % season == k).astype(float) for k in range(1, season)]
    columns += [x[rows] for x in regressors]
    return np.column_stack(columns)


def answer(y, trend, season, regressors, log):
    rows = np.arange(n)[~np.isnan(y)]
    target = np.log(y[rows]) if log else y[rows]
    fit = sm.OLS(target, design(rows, trend, season, regressors)).fit()
    ahead = fit.get_prediction(design(np.arange(n, n + h), trend, season, regressors))
    point, limits = ahead.predicted_mean, ahead.conf_int(obs=True, alpha=0.1)
    return {
        "trend": trend, "season": season, "regressors": len(regressors), "log": log,
        "missing": bool(np.isnan(y).any()),
        "forecast": (np.exp(point) if log else point).tolist(), "residualVariance": fit.mse_resid,
        "low": (np.exp(limits) if log else limits)[:, 0].tolist(), "high": (np.exp(limits) if log else limits)[:, 1].tolist(),
    }


def long_season(count, season, most):
    """Waves of a season of 52 by the smallest corrected criterion; demand without a random part so that the file stays small."""
    time = np.arange(count)
    y = 200 + 0.3 * time + 40 * np.sin(2 * np.pi * time / season) + 25 * np.cos(6 * np.pi * time / season) + (time * time) % 23

    def waves(rows, k):
        columns = [np.ones(len(rows)), rows.astype(float)]
        for i in range(1, k + 1):
            columns += [np.sin(2 * np.pi * i * rows / season), np.cos(2 * np.pi * i * rows / season)]
        return np.column_stack(columns)

    def criterion(fit, k):
        p = 2 + 2 * k + 1
        return count * np.log(fit.ssr / count) + 2 * p + 2 * p * (p + 1) / (count - p - 1)

    fits = [sm.OLS(y, waves(time, k)).fit() for k in range(most + 1)]
    best = int(np.argmin([criterion(fit, k) for k, fit in enumerate(fits)]))
    ahead = np.arange(count, count + h)
    return {"count": count, "season": season, "waves": best, "forecast": fits[best].predict(waves(ahead, best)).tolist()}


both = [promotion, price]
cases = [
    answer(demand, True, m, [], False), answer(demand, False, 1, [], False), answer(demand, True, 1, both, False),
    answer(demand, True, m, both, False), answer(demand, True, m, both, True), answer(missing, True, m, both, True),
]

sales = np.array([96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500], float)


def bass(time, market, p, q):
    def share(u):
        return (1 - np.exp(-(p + q) * u)) / (1 + q / p * np.exp(-(p + q) * u))
    return market * (share(time) - share(time - 1))


years = np.arange(1, len(sales) + 1, dtype=float)
best, _ = curve_fit(bass, years, sales, p0=[18000, 0.01, 0.4], xtol=1e-15, ftol=1e-15, gtol=1e-15, maxfev=100000)
ahead = np.arange(len(sales) + 1, len(sales) + 6, dtype=float)
clean = lambda x: [None if np.isnan(v) else v for v in x.tolist()]
print(json.dumps({
    "provenance": f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}; scripts/regression.py",
    "demand": clean(demand), "demandWithGaps": clean(missing), "promotion": promotion.tolist(), "price": price.tolist(),
    "h": h, "cases": cases, "longSeason": long_season(130, 52, 10),
    "bass": {"sales": sales.tolist(), "market": best[0], "innovation": best[1], "imitation": best[2],
             "sumOfSquares": float(((sales - bass(years, *best)) ** 2).sum()), "ahead": bass(ahead, *best).tolist()},
}, indent=1))

"""Known answers for test/engine/forecast/new-product: Bass's curve, its fit, and a logistic change-over.

The curve is the differential equation dF/dt = (p + q F)(1 - F), integrated, not the closed form; fits are scipy's and statsmodels'.
Run: python3 new-product.py > ../new-product.json
"""
import json
import numpy as np
import statsmodels.api as sm
from scipy import integrate, optimize

rng = np.random.default_rng(20240501)


def curve(p, q, times):
    solved = integrate.solve_ivp(lambda _, f: (p + q * f) * (1 - f), (0, times[-1]), [0.0], method="DOP853", t_eval=times,
                                 rtol=3e-14, atol=1e-15)
    return solved.y[0]


times = [float(t) for t in range(1, 13)]
curves = [{"innovation": p, "imitation": q, "share": curve(p, q, times).tolist()}
          for p, q in ((0.03, 0.38), (0.001, 0.9), (0.2, 0.05), (0.01, 0.0))]


def sales(t, m, p, q):
    share = np.concatenate([[0], (1 - np.exp(-(p + q) * t)) / (1 + q / p * np.exp(-(p + q) * t))])
    return m * np.diff(share)


fits = []
for m, p, q, n, noise in ((1000, 0.03, 0.38, 15, 4), (5e6, 0.005, 0.7, 14, 3e4), (800, 0.02, 0.5, 7, 5)):
    t = np.arange(1, n + 1)
    y = np.maximum(0, sales(t, m, p, q) + rng.normal(0, noise, n))
    best = min((optimize.least_squares(lambda x: (sales(t, *np.exp(x)) - y) / noise, np.log([m0, p0, q0]), xtol=1e-15, ftol=1e-15,
                                       gtol=1e-15) for m0 in (y.sum(), 3 * y.sum()) for p0, q0 in ((0.03, 0.4), (0.003, 0.8))),
               key=lambda fit: fit.cost)
    market, innovation, imitation = np.exp(best.x)
    fits.append({"sales": y.tolist(), "market": market, "innovation": innovation, "imitation": imitation,
                 "sumOfSquares": 2 * best.cost * noise ** 2})

# Room air conditioners and clothes dryers, thousands a year from 1949 on, the series of Srinivasan and Mason (1986), who print
# p 0.0094, q 0.3748 and p 0.0136, q 0.3267; and the former again where the market is taken as known.
published = []
for y, given in (([96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500], None),
                 ([106, 319, 492, 635, 737, 890, 1397, 1523, 1294, 1240, 1425, 1260, 1236], None),
                 ([96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500], 20000)):
    t = np.arange(1, len(y) + 1)
    free = (lambda x: np.exp(x)) if given is None else (lambda x: (given, *np.exp(x)))
    best = min((optimize.least_squares(lambda x: (sales(t, *free(x)) - y) / 100, np.log(([2 * sum(y)] if given is None else []) + [p0, q0]),
                                       xtol=1e-15, ftol=1e-15, gtol=1e-15) for p0, q0 in ((0.03, 0.4), (0.003, 0.8))),
               key=lambda fit: fit.cost)
    market, innovation, imitation = free(best.x)
    published.append({"sales": y, "given": given, "market": market, "innovation": innovation, "imitation": imitation,
                      "sumOfSquares": 2 * best.cost * 1e4,
                      "next": sales(np.arange(1, len(y) + 4), market, innovation, imitation)[-3:].tolist()})

changes = []
for factor in (1, 2.5):
    t = np.arange(10)
    share = 1 / (1 + np.exp(-0.6 * (t - 6)))
    new = np.round(100 * share * rng.uniform(0.85, 1.15, 10))
    old = np.round((100 - new) * rng.uniform(0.9, 1.1, 10) / factor)
    total = new + factor * old
    # Half a thousandth of the mean period's units on either side at both ends, as the method's note says.
    w = total.mean() / 1000
    hits = np.concatenate([new, [w / 2, w / 2]])
    trials = np.concatenate([total, [w, w]])
    time = np.concatenate([t, [0, 9]])
    fit = sm.GLM(np.column_stack([hits, trials - hits]), sm.add_constant(time.astype(float)), family=sm.families.Binomial()).fit(
        tol=1e-14, maxiter=200)
    ahead = fit.predict(sm.add_constant(np.arange(10, 16).astype(float)))
    changes.append({"old": old.tolist(), "new": new.tolist(), "factor": factor, "share": ahead.tolist()})

print(json.dumps({"curves": curves, "fits": fits, "published": published, "changes": changes}))

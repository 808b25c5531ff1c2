"""Known answers for test/engine/forecast/ces.test.ts. Run: python3 ces.py > ../ces.json (after theta.R, whose series it takes).

Complex exponential smoothing as Svetunkov, Kourentzes and Ord (2022) first write it, in complex numbers:
    z' = alpha (y + i e) + (1 + i - alpha) z,   forecast = Re z
with e the one-step error as information potential; a full season is a second such number by place, a partial one a real term.
- given: recursion from given weights and states, forecasts, and what a unit error leaves behind (by running it).
- least: the smallest sum of squares that differential evolution and a simplex find when states are backcast (forwards from the heuristic
  start, backwards, forwards); stability and growth (half a season, 10 % a period without one) judged by numerical eigenvalues.
"""

import json
import sys

import numpy as np
import scipy
from scipy.optimize import differential_evolution, minimize

source = {case["name"]: case for case in json.load(open("../theta.json"))["standard"]}
FORMS = ["none", "simple", "partial", "full"]


def step(form, z, s, at, m, alpha, beta, y):
    """Moves the complex level z and seasonal s (lists by place) at period `at`; y None continues without error. Returns the forecast."""
    place = at % m if form == "simple" else 0
    season = s[at % m] if form in ("partial", "full") else 0
    expected = z[place].real + season.real
    e = 0 if y is None else y - expected
    own = z[place].real + e
    z[place] = alpha * (own + 1j * e) + (1 + 1j - alpha) * z[place]
    if form == "partial":
        s[at % m] = season + beta * e
    elif form == "full":
        s[at % m] = beta * (season.real + e + 1j * e) + (1 + 1j - beta) * season
    return expected, e


def run(form, y, m, alpha, beta, z, s, backwards=False):
    order = range(len(y) - 1, -1, -1) if backwards else range(len(y))
    out = [step(form, z, s, t, m, alpha, beta, y[t]) for t in order]
    return np.array([o[0] for o in out]), float(sum(o[1] ** 2 for o in out))


def decompose(y, m):
    y = np.asarray(y)
    weights = np.r_[0.5, np.ones(m - 1), 0.5] / m if m % 2 == 0 else np.ones(m) / m
    half = len(weights) // 2
    off = y[half:-half] - np.convolve(y, weights, "valid")
    figure = np.array([np.mean([off[i] for i in range(len(off)) if (i + half) % m == p]) for p in range(m)])
    return figure - figure.mean()


def heuristic(form, y, m):
    if form == "simple":
        return [v + 1j * v / 1.1 for v in y[:m]], []
    level = np.mean(y[: max(10, m)] if form == "none" else y[:m])
    season = [] if form == "none" else [v + 1j * v / 1.1 for v in decompose(y, m)]
    return [level + 1j * level / 1.1], season


def backcast(form, y, m, alpha, beta):
    z, s = heuristic(form, y, m)
    run(form, y, m, alpha, beta, z, s)
    run(form, y, m, alpha, beta, z, s, backwards=True)
    return run(form, y, m, alpha, beta, z, s)


def stable(w):
    """The states answer a zero demand by dying out."""
    a = complex(w)
    columns = []
    for l, c in ((1, 0), (0, 1)):
        e = -l
        z = a * (0 + 1j * e) + (1 + 1j - a) * complex(l, c)
        columns.append([z.real, z.imag])
    return max(abs(np.linalg.eigvals(np.array(columns).T))) < 1


def tame(w, growth):
    """Forecasts without errors grow by no more than this a step."""
    a = complex(w)
    columns = [(1 + 1j - a) * complex(l, c) + a * complex(l, 0) for l, c in ((1, 0), (0, 1))]
    return max(abs(np.linalg.eigvals(np.array([[z.real, z.imag] for z in columns]).T))) <= 1 + growth


def weights(form, x):
    return complex(x[0], x[1]), (1 if form in ("none", "simple") else x[2] if form == "partial" else complex(x[2], x[3]))


def least(form, y, m):
    size = np.mean(np.abs(y))
    y = list(np.asarray(y) / size)
    bounds = [(0.01, 1.8), (0.01, 1.9), (0.01, 1.5), (0.01, 1.5)][: {"none": 2, "simple": 2, "partial": 3, "full": 4}[form]]

    def f(x):
        if any(not lo <= v <= hi for v, (lo, hi) in zip(x, bounds)):
            return 1e9
        alpha, beta = weights(form, x)
        growth = 0.5 if form == "simple" else 0.1 if m == 1 else 1.5 ** (1 / m) - 1
        if not stable(alpha) or not tame(alpha, growth):
            return 1e9
        if form == "full" and not (stable(beta) and tame(beta, 0.5)):
            return 1e9
        value = backcast(form, y, m, alpha, beta)[1]
        return value if np.isfinite(value) and value < 1e9 else 1e9

    rough = differential_evolution(f, bounds, seed=1, popsize=10, maxiter=40, tol=1e-6, polish=False)
    fine = minimize(f, rough.x, method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-13, "maxiter": 600})
    return fine.fun * size**2


def flat(states):
    return {"real": [v.real for v in states], "imaginary": [complex(v).imag for v in states]}


def case(name, form, h=15):
    y, m = source[name]["y"], source[name]["season"]
    if form == "none":
        m = 1
    alpha, beta = 1.24 + 0.97j, {"partial": 0.15, "full": 1.1 + 1.02j}.get(form, 1)
    z, s = heuristic(form, y, m)
    start = {"level": flat(z), "season": flat(s)}
    expected, sse = run(form, y, m, alpha, beta, z, s)
    n = len(y)
    path = [step(form, z, s, n + i, m, alpha, beta, None)[0] for i in range(h)]
    z, s = [0j] * len(z), [0j] * len(s)
    step(form, z, s, 0, m, alpha, beta, 1)
    left = [step(form, z, s, 1 + i, m, alpha, beta, None)[0] for i in range(h)]
    return {
        "name": name, "form": form, "season": m, "alpha": [alpha.real, alpha.imag],
        "beta": [complex(beta).real, complex(beta).imag], "start": start, "fitted": list(expected), "sumOfSquares": sse,
        "forecast": path, "responses": left, "backcast": backcast(form, y, m, alpha, beta)[1], "least": least(form, y, m),
    }  # fmt: skip


chosen = [("Nile", "none"), ("LakeHuron", "none"), ("WWWusage", "none"), ("uspop", "none")]
chosen += [(name, form) for name in ("UKgas", "USAccDeaths", "AirPassengers") for form in FORMS]
json.dump(
    {
        "provenance": f"python {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}; ces.py; series of R's package datasets",
        "series": {name: source[name]["y"] for name in dict.fromkeys(n for n, _ in chosen)},
        "cases": [case(*c) for c in chosen],
    },
    sys.stdout,
)

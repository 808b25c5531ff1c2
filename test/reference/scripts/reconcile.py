"""Known answers for test/engine/reconciliation, by dense matrices.

Locks: projection onto the coherent subspace with the locked rows as further equations,
y = f - W A' (A W A')^-1 (A f - d). Non-negative: every set of leaves held at 0 is tried, and of the answers without a
negative value the one with the smallest (y - f)' W^-1 (y - f) is taken (2^8 sets).
Run: python3 reconcile.py > ../reconcile.json
"""
import itertools
import json
import numpy as np

nodes = ["Total", "A", "A1", "A2", "A3", "B", "B1", "B2", "C", "C1", "C11", "C12", "C2"]
parents = ["", "Total", "A", "A", "A", "Total", "B", "B", "Total", "C", "C1", "C1", "C"]
n = len(nodes)
at = {name: i for i, name in enumerate(nodes)}
children = [[j for j in range(n) if parents[j] == nodes[i]] for i in range(n)]
leaves = [i for i in range(n) if not children[i]]


def below(i):
    return [i] if not children[i] else [leaf for c in children[i] for leaf in below(c)]


S = np.array([[1.0 if leaf in below(i) else 0.0 for leaf in leaves] for i in range(n)])
C = np.zeros((sum(1 for c in children if c), n))
for row, i in enumerate(i for i in range(n) if children[i]):
    C[row, i] = 1
    C[row, children[i]] = -1

rng = np.random.default_rng(7)
T = 24
common = rng.normal(size=T)
leaf_errors = rng.normal(size=(len(leaves), T)) * rng.uniform(2, 9, size=(len(leaves), 1)) + 3 * common
residuals = np.round(S @ leaf_errors + rng.normal(size=(n, T)) * 4, 3)

covariance = residuals @ residuals.T / T
sd = np.sqrt(np.diag(covariance))
standard = residuals / sd[:, None]
correlation = standard @ standard.T / T
# R package hts, shrink.estim: variance of the correlations over their squares, off the diagonal
variance = ((standard**2) @ (standard**2).T - (standard @ standard.T) ** 2 / T) / (T * (T - 1))
off = ~np.eye(n, dtype=bool)
intensity = min(1, max(0, variance[off].sum() / (correlation[off] ** 2).sum()))
W = {
    "OLS": np.eye(n),
    "WLS": np.diag(S.sum(axis=1)),
    "MINT": intensity * np.diag(np.diag(covariance)) + (1 - intensity) * covariance,
}


def projection(f, w, locks, zeros):
    A, d = [*C], [0.0] * len(C)
    for i, value in [*locks.items(), *((z, 0.0) for z in zeros)]:
        A.append(np.eye(n)[i])
        d.append(value)
    A, d = np.array(A), np.array(d)
    wa = w @ A.T
    return f - wa @ np.linalg.lstsq(A @ wa, A @ f - d, rcond=None)[0]


def nearest(f, w, locks):
    inverse = np.linalg.inv(w)
    best, best_value = None, np.inf
    free = [leaf for leaf in leaves if leaf not in locks]
    for size in range(len(free) + 1):
        for zeros in itertools.combinations(free, size):
            y = projection(f, w, locks, zeros)
            wrong = max([np.abs(C @ y).max(), *(abs(y[i] - v) for i, v in locks.items())])
            if y.min() < -1e-11 or wrong > 1e-8:
                continue
            value = (y - f) @ inverse @ (y - f)
            if value < best_value - 1e-12:
                best, best_value = y, value
        if size == 0 and best is not None:
            break  # nothing negative without bounds: that is the minimum
    return best


def bottom_up(f):
    return S @ np.maximum(f[leaves], 0)


def top_down(f):
    y = np.zeros(n)

    def share(i, total):
        y[i] = total
        weights = np.maximum(f[children[i]], 0)
        if len(weights) and weights.sum() == 0:
            weights = np.ones(len(weights))
        for child, weight in zip(children[i], weights):
            share(child, total * weight / weights.sum())

    share(0, f[0])
    return y


cases = []
for k in range(12):
    base = S @ rng.uniform(20 if k < 4 else 0, 60, size=len(leaves))
    f = np.round(base + rng.normal(size=n) * (4 if k < 4 else 45), 2)
    f[0] = abs(f[0])
    locks = {}
    if k % 2 == 1:
        locks = {at["A2"]: 31.5, at["C"]: 90.0}
    if k in (3, 7, 11):
        locks = {at["B"]: 25.0, at["B1"]: 24.0, at["C1"]: 0.0, at["Total"]: 200.0}
    case = {"forecast": f.tolist(), "locked": {nodes[i]: v for i, v in locks.items()}}
    for method, w in W.items():
        case[method] = nearest(f, w, locks).tolist()
    if not locks:
        case["BU"], case["TD"] = bottom_up(f).tolist(), top_down(f).tolist()
    cases.append(case)

bound = sum(min(case["WLS"][leaf] for leaf in leaves if nodes[leaf] not in case["locked"]) == 0 or
            np.min(np.abs([case["WLS"][leaf] for leaf in leaves])) < 1e-9 for case in cases)
print(json.dumps({
    "provenance": f"numpy {np.__version__}; scripts/reconcile.py; a value of 0 in {bound} of {len(cases)} WLS cases",
    "nodes": nodes, "parents": parents, "residuals": residuals.tolist(), "intensity": intensity, "cases": cases,
}))

"""Known answers for planFlow: 15 random networks over 3 to 8 periods, solved by scipy's linprog in another form: waiting customers are
followed by how much of the demand so far was served, minimum stock by what is missing. Needs scipy.
Run: python3 test/reference/scripts/flow-plans.py > test/reference/flow-plans.json"""
import json, random
import numpy as np
from scipy.optimize import linprog

R = random.Random(614)
INF = None  # no limit, in JSON


def instance():
    T, n = R.randint(3, 8), R.randint(2, 6)
    sites = []
    for i in range(n):
        if i == 0:
            source = [INF] * T if R.random() < .4 else [R.randint(0, 60) for _ in range(T)]
        else:
            source = [0] * T
        sites.append({
            "id": f"s{i}", "opening": R.randint(0, 40), "inbound": [R.choice([0, 0, R.randint(1, 20)]) for _ in range(T)],
            "source": source, "demand": [R.randint(0, 25) if i else 0 for _ in range(T)],
            "minimum": R.choice([0, R.randint(1, 15)]), "holdingCost": round(R.uniform(.05, 1), 3)})
    lanes = []
    for i in range(n):
        for j in range(n):
            if i != j and (i < j or R.random() < .2) and R.random() < .75:
                lanes.append({"from": i, "to": j, "leadTime": R.randint(0, 2), "cost": round(R.uniform(.5, 9), 3),
                              "capacity": [INF] * T if R.random() < .4 else [R.randint(0, 25) for _ in range(T)]})
    return {"periods": T, "sites": sites, "lanes": lanes, "shortagePenalty": round(R.uniform(.5, 6), 3),
            "minimumPenalty": round(R.uniform(.1, 3), 3)}


def cost(p):
    """Unknowns: shipments, cumulative service and cumulative supply of each site, and what is missing; stock is worked out of them."""
    T, S, L = p["periods"], p["sites"], p["lanes"]
    n = len(S)
    at = {}
    for k in range(len(L)):
        for t in range(T): at["x", k, t] = len(at)
    for kind in "fgm":
        for i in range(n):
            for t in range(T): at[kind, i, t] = len(at)
    N = len(at)
    c, fixed, A, b = np.zeros(N), 0.0, [], []
    bounds = [(0, None)] * N
    for k, l in enumerate(L):
        for t in range(T):
            c[at["x", k, t]] += l["cost"]
            late = t + l["leadTime"] >= T
            bounds[at["x", k, t]] = (0, 0 if late else l["capacity"][t])
    for i, s in enumerate(S):
        for t in range(T):
            stock, given = np.zeros(N), s["opening"] + sum(s["inbound"][:t + 1])
            stock[at["g", i, t]] = 1
            stock[at["f", i, t]] = -1
            for k, l in enumerate(L):
                for u in range(T):
                    if l["to"] == i and u + l["leadTime"] <= t: stock[at["x", k, u]] += 1
                    if l["from"] == i and u <= t: stock[at["x", k, u]] -= 1
            wanted = sum(s["demand"][:t + 1])
            c += s["holdingCost"] * stock; fixed += s["holdingCost"] * given
            c[at["f", i, t]] -= p["shortagePenalty"]; fixed += p["shortagePenalty"] * wanted
            c[at["m", i, t]] += p["minimumPenalty"]
            A.append(-stock); b.append(given)
            row = -stock.copy(); row[at["m", i, t]] -= 1
            A.append(row); b.append(given - s["minimum"])
            bounds[at["f", i, t]] = (0, wanted)
            for kind, most in (("f", None), ("g", s["source"][t])):
                row = np.zeros(N); row[at[kind, i, t]] = -1
                if t: row[at[kind, i, t - 1]] = 1
                A.append(row); b.append(0)
                if kind == "g" and most is not None:
                    A.append(-row); b.append(most)
    r = linprog(c, A_ub=np.array(A), b_ub=np.array(b), bounds=bounds, method="highs-ipm",
                options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
    assert r.status == 0, r.message
    return r.fun + fixed


cases = []
while len(cases) < 15:
    p = instance()
    if p["lanes"]: cases.append({"problem": p, "total": cost(p)})
print(json.dumps({"provenance": "scipy linprog, scripts/flow-plans.py; null is no limit", "cases": cases}))

"""Known answers for planFlow: 52 random plans over 3 to 8 periods, solved by scipy's milp in another form: what customers were given and what
was bought is followed by how much of it there was so far, stock is worked out of that and of shipments, and what is held above a store is
made least first and cost afterwards. Needs scipy.
Run: python3 test/reference/scripts/flow-plans.py > test/reference/flow-plans.json"""
import json, random
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

R = random.Random(614)
INF = None  # no limit, in JSON
BIG = 1e5   # more than any shipment


def one_good(name, T, n, lots):
    sites = []
    for i in range(n):
        source = [0] * T
        if i == 0: source = [INF] * T if R.random() < .6 else [R.randint(0, 60) for _ in range(T)]
        sites.append({
            "id": f"{name} at s{i}", "opening": R.randint(0, 40), "inbound": [R.choice([0, 0, R.randint(1, 20)]) for _ in range(T)],
            "source": source, "demand": [R.randint(0, 25) if i else 0 for _ in range(T)],
            "minimum": R.choice([0, R.randint(1, 15)]), "holdingCost": round(R.uniform(.05, 1), 3)})
    lanes = []
    for i in range(n):
        for j in range(n):
            if i != j and (i < j or R.random() < .2) and R.random() < .8:
                lane = {"from": i, "to": j, "leadTime": R.randint(0, 2), "cost": round(R.uniform(.5, 9), 3),
                        "transitCost": R.choice([0, round(R.uniform(.05, 2), 3)]), "least": 0, "multiple": 0}
                if lots and R.random() < .7: lane["least"] = R.choice([0, R.randint(5, 40)])
                if lots and R.random() < .6: lane["multiple"] = R.choice([4, 6, 10, 12.5])
                if R.random() < .15:
                    lane["fixed"] = [R.choice([INF, INF, R.randint(0, 12)]) for _ in range(T)]
                lanes.append(lane)
    return {"name": name, "sites": sites, "lanes": lanes, "shortagePenalty": round(R.uniform(.5, 6), 3),
            "minimumPenalty": round(R.uniform(.1, 3), 3)}


def instance(goods, lots, stores):
    T, n = R.randint(3, 8 if not lots else 5), R.randint(2, 5 if not lots else 4)
    items = [one_good(f"g{k}", T, n, lots) for k in range(goods)]
    # Limits over lanes between the same two places, and over all that leaves a place.
    limits = []
    pairs = sorted({(l["from"], l["to"]) for g in items for l in g["lanes"]})
    for a, b in pairs:
        if R.random() < .6:
            limits.append({"name": f"from s{a} to s{b}",
                           "lanes": [{"good": g, "lane": k} for g, good in enumerate(items) for k, l in enumerate(good["lanes"])
                                     if (l["from"], l["to"]) == (a, b)],
                           "most": [R.randint(0, 25 * goods) if R.random() < .9 else INF for _ in range(T)]})
    for a in range(n):
        lanes = [{"good": g, "lane": k} for g, good in enumerate(items) for k, l in enumerate(good["lanes"]) if l["from"] == a]
        if goods > 1 and lanes and R.random() < .4:
            limits.append({"name": f"from s{a}", "lanes": lanes, "most": [R.randint(5, 30 * goods) for _ in range(T)]})
    rooms = [{"name": f"s{i}", "sites": [{"good": g, "site": i} for g in range(goods)], "most": R.randint(5, 35 * goods)}
             for i in range(n) if stores and R.random() < .6]
    return {"periods": [f"period {t + 1}" for t in range(T)], "goods": items, "limits": limits, "stores": rooms,
            "endWeight": R.choice([1, 1, 4])}


def cost(p):
    """Least cost of all that hold least above the stores; None where nothing keeps all rules."""
    T, at = len(p["periods"]), {}
    def new(*key): at[key] = len(at)
    for g, good in enumerate(p["goods"]):
        for k in range(len(good["lanes"])):
            for t in range(T):
                new("x", g, k, t); new("n", g, k, t); new("z", g, k, t)
        for i in range(len(good["sites"])):
            for t in range(T):
                for kind in "fgm": new(kind, g, i, t)
    for s in range(len(p["stores"])):
        for t in range(T): new("o", s, t)
    N = len(at)
    c, fixed = np.zeros(N), 0.0
    rows, low, high = [], [], []
    lower, upper, whole = np.zeros(N), np.full(N, np.inf), np.zeros(N)
    def rule(terms, lo, hi): rows.append(terms); low.append(lo); high.append(hi)
    stocks = {}
    for g, good in enumerate(p["goods"]):
        for k, l in enumerate(good["lanes"]):
            given = l.get("fixed", [None] * T)
            for t in range(T):
                x, n, z = at["x", g, k, t], at["n", g, k, t], at["z", g, k, t]
                c[x] += l["cost"] + l["transitCost"]
                upper[z] = 1
                if given[t] is not None:
                    lower[x] = upper[x] = given[t]; upper[n] = upper[z] = 0
                    continue
                if t + l["leadTime"] >= T: upper[x] = 0
                if l["multiple"]:
                    whole[n] = 1; rule({x: 1, n: -l["multiple"]}, 0, 0)
                else: upper[n] = 0
                if l["least"]:
                    whole[z] = 1; rule({x: 1, z: -l["least"]}, 0, np.inf); rule({x: 1, z: -BIG}, -np.inf, 0)
                else: upper[z] = 0
        for i, s in enumerate(good["sites"]):
            for t in range(T):
                weight = p["endWeight"] if t == T - 1 else 1
                stock, had = {}, s["opening"] + sum(s["inbound"][:t + 1])
                def add(j, v): stock[j] = stock.get(j, 0) + v
                add(at["g", g, i, t], 1); add(at["f", g, i, t], -1)
                for k, l in enumerate(good["lanes"]):
                    for u in range(T):
                        if l["to"] == i and u + l["leadTime"] <= t: add(at["x", g, k, u], 1)
                        if l["from"] == i and u <= t: add(at["x", g, k, u], -1)
                stocks[g, i, t] = (dict(stock), had)
                wanted = sum(s["demand"][:t + 1])
                for j, v in stock.items(): c[j] += s["holdingCost"] * v
                fixed += s["holdingCost"] * had + weight * good["shortagePenalty"] * wanted
                c[at["f", g, i, t]] -= weight * good["shortagePenalty"]
                c[at["m", g, i, t]] += weight * good["minimumPenalty"]
                rule(dict(stock), -had, np.inf)
                rule({**stock, at["m", g, i, t]: 1}, s["minimum"] - had, np.inf)
                upper[at["f", g, i, t]] = wanted
                for kind, most in (("f", None), ("g", s["source"][t])):
                    step = {at[kind, g, i, t]: 1}
                    if t: step[at[kind, g, i, t - 1]] = -1
                    rule(step, 0, np.inf if most is None else most)
    for limit in p["limits"]:
        for t, most in enumerate(limit["most"]):
            if most is not None: rule({at["x", l["good"], l["lane"], t]: 1 for l in limit["lanes"]}, -np.inf, most)
    for s, room in enumerate(p["stores"]):
        for t in range(T):
            terms, had = {at["o", s, t]: -1}, 0
            for one in room["sites"]:
                own, there = stocks[one["good"], one["site"], t]
                had += there
                for j, v in own.items(): terms[j] = terms.get(j, 0) + v
            rule(terms, -np.inf, room["most"] - had)
    def solve(c, more=()):
        all_rows = rows + [terms for terms, _, _ in more]
        data = [(r, j, v) for r, terms in enumerate(all_rows) for j, v in terms.items()]
        A = csr_matrix(([v for _, _, v in data], ([r for r, _, _ in data], [j for _, j, _ in data])), shape=(len(all_rows), N))
        return milp(c, constraints=LinearConstraint(A, np.array(low + [m[1] for m in more], float), np.array(high + [m[2] for m in more], float)),
                    bounds=Bounds(lower, upper), integrality=whole, options={"mip_rel_gap": 0})
    above = {at["o", s, t]: 1.0 for s in range(len(p["stores"])) for t in range(T)}
    more = ()
    if above:
        first = np.zeros(N)
        for j in above: first[j] = 1
        r = solve(first)
        if r.status == 2: return None
        assert r.status == 0, r.message
        more = ((above, -np.inf, r.fun + 1e-7),)
    r = solve(c, more)
    if r.status == 2: return None
    assert r.status == 0, r.message
    return r.fun + fixed


cases = []
for count, kinds in ((15, dict(goods=1, lots=False, stores=False)), (14, dict(goods=3, lots=False, stores=True)),
                     (12, dict(goods=1, lots=True, stores=False)), (11, dict(goods=2, lots=True, stores=True))):
    made = 0
    while made < count:
        p = instance(**kinds)
        if all(g["lanes"] for g in p["goods"]):
            cases.append({"problem": p, "total": cost(p)}); made += 1
print(json.dumps({"provenance": "scipy milp, scripts/flow-plans.py; null is no limit, a shipment that is not fixed, or a total that cannot be",
                  "cases": cases}))

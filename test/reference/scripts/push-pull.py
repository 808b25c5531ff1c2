"""Known answers for the push/pull boundary, straight from the definitions and without any thought: every vector of whole service times of
ten networks is tried, once freely and once with the boundary in each echelon; every buffer of thirty chains is tried for PUSHPULL.
Run: python3 test/reference/scripts/push-pull.py > test/reference/push-pull.json"""
import itertools, json, math, random

# name, pooling, z, sites (id, processing time, holding cost, sd of own demand, longest accepted wait, inbound time), lanes, echelon by site
NETWORKS = [
    ("serial, customers do not wait", "ARCS", 1.645,
     [("raw", 4, 1, 0, None, 0), ("part", 3, 2, 0, None, 0), ("plant", 2, 5, 0, None, 0), ("shop", 1, 9, 3, 0, 0)],
     [(0, 1), (1, 2), (2, 3)], [0, 1, 2, 3]),
    ("serial, customers wait 3", "ARCS", 1.645,
     [("raw", 4, 1, 0, None, 0), ("part", 3, 2, 0, None, 0), ("plant", 2, 5, 0, None, 0), ("shop", 1, 9, 3, 3, 0)],
     [(0, 1), (1, 2), (2, 3)], [0, 1, 2, 3]),
    ("serial of five, value added late, customers wait 4", "ARCS", 1,
     [("a", 3, 1, 0, None, 2), ("b", 2, 1.1, 0, None, 0), ("c", 3, 1.3, 0, None, 0), ("d", 2, 6, 0, None, 0), ("e", 1, 12, 2, 4, 0)],
     [(0, 1), (1, 2), (2, 3), (3, 4)], [0, 1, 2, 3, 4]),
    ("assembly of two parts, customers wait 1", "ARCS", 1.2,
     [("long part", 6, 1, 0, None, 0), ("short part", 2, 4, 0, None, 0), ("plant", 2, 8, 0, None, 0), ("warehouse", 1, 9, 5, 1, 0)],
     [(0, 2), (1, 2), (2, 3)], [0, 0, 1, 2]),
    ("one warehouse, three shops, customers wait 2", "ARCS", 1.645,
     [("supplier", 0, 1, 0, None, 0), ("warehouse", 7, 2, 0, None, 0), ("P1", 2, 3, 2, 2, 0), ("P2", 2, 3, 3, 2, 0), ("P3", 1, 3, 4, 2, 0)],
     [(0, 1), (1, 2), (1, 3), (1, 4)], [0, 1, 2, 2, 2]),
    ("two warehouses, four shops, customers of one shop do not wait", "ARCS", 1.645,
     [("plant", 4, 1, 0, None, 0), ("D1", 3, 2, 0, None, 0), ("D2", 2, 2, 0, None, 0), ("P1", 1, 4, 2, 1, 0), ("P2", 1, 4, 2, 0, 0),
      ("P3", 1, 4, 3, 1, 0), ("P4", 1, 4, 1, 1, 0)],
     [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)], [0, 1, 1, 2, 2, 2, 2]),
    ("two ways to one shop, one stream on both", "PATHS", 1.3,
     [("plant", 5, 1, 0, None, 1), ("A", 2, 2, 0, None, 0), ("B", 3, 2.5, 0, None, 0), ("shop", 1, 4, 4, 4, 0)],
     [(0, 1), (0, 2), (1, 3), (2, 3)], [0, 1, 1, 2]),
    ("a lane that skips the warehouse, and a warehouse with customers of its own", "ARCS", 1.645,
     [("plant", 5, 1, 0, None, 0), ("warehouse", 3, 2, 2, 2, 0), ("P1", 2, 3, 2, 2, 0), ("P2", 4, 3, 2, 4, 0)],
     [(0, 1), (1, 2), (0, 3)], [0, 1, 2, 2]),
    ("example 6.5 of Snyder and Shen", "ARCS", 1,
     [("1", 2, 1, 0, None, 1), ("2", 1, 3, 1, 0, 0), ("3", 1, 2, 0, None, 0), ("4", 1, 3, 1, 1, 0)],
     [(0, 2), (2, 1), (2, 3)], [0, 2, 1, 2]),
    ("customers wait for all of it", "ARCS", 1.645,
     [("raw", 3, 1, 0, None, 0), ("plant", 2, 5, 0, None, 0), ("shop", 1, 9, 3, 7, 0)],
     [(0, 1), (1, 2)], [0, 1, 2]),
]

def net_sd(sites, lanes, pooling):
    n = len(sites)
    customers = [[j for i, j in lanes if i == k] for k in range(n)]
    if pooling == "ARCS":
        def variance(i): return sites[i][3] ** 2 + sum(variance(j) for j in customers[i])
        return [math.sqrt(variance(i)) for i in range(n)]
    def paths(i, d): return (1 if i == d else 0) + sum(paths(j, d) for j in customers[i])
    return [math.sqrt(sum(sites[d][3] ** 2 * paths(i, d) ** 2 for d in range(n))) for i in range(n)]

def plans(sites, lanes):
    """Every vector of whole service times that can be kept, as (service, net time)."""
    n = len(sites)
    suppliers = [[i for i, j in lanes if j == k] for k in range(n)]
    depth = lambda k: 1 + max([depth(i) for i in suppliers[k]], default=0)
    order = sorted(range(n), key=depth)
    longest = [0] * n
    for k in order: longest[k] = max([sites[k][5]] + [longest[i] for i in suppliers[k]]) + sites[k][1]
    ranges = [range(0, min(longest[k], sites[k][4] if sites[k][4] is not None else longest[k]) + 1) for k in range(n)]
    for service in itertools.product(*ranges):
        net = [max([sites[k][5]] + [service[i] for i in suppliers[k]]) + sites[k][1] - service[k] for k in range(n)]
        if min(net) >= 0: yield service, net

networks = []
for name, pooling, z, sites, lanes, echelon in NETWORKS:
    sd = net_sd(sites, lanes, pooling)
    stock = lambda k, t: z * sd[k] * math.sqrt(t)
    everything = [(sum(sites[k][2] * stock(k, net[k]) for k in range(len(sites))), service, net) for service, net in plans(sites, lanes)]
    optimum = min(cost for cost, _, _ in everything)
    def last(net): return max([echelon[k] for k in range(len(sites)) if stock(k, net[k]) > 0], default=0)
    # Where plans tie, the boundary is theirs in common.
    tied = {last(net) for cost, _, net in everything if cost <= optimum + 1e-9}
    assert len(tied) == 1, name
    boundary = tied.pop()
    second = min([cost for cost, _, net in everything if last(net) != boundary], default=None)
    at = []
    for e in range(max(echelon) + 1):
        # Sites left behind hold nothing, unless that alone makes their own customers wait too long.
        behind = []
        for k in sorted((k for k in range(len(sites)) if boundary <= echelon[k] < e), key=lambda k: echelon[k]):
            if any(all(net[j] == 0 for j in behind + [k]) for _, _, net in everything): behind.append(k)
        def keeps(net):
            beyond = all(net[k] == 0 for k in range(len(sites)) if echelon[k] > e)
            left = all(net[k] == 0 for k in behind)
            covers = e == boundary or all(net[k] >= sites[k][1] for k in range(len(sites)) if echelon[k] == e)
            return beyond and left and covers
        at.append(min([cost for cost, _, net in everything if keeps(net)], default=None))
    services = [service for cost, service, _ in everything if cost <= optimum + 1e-9]
    networks.append({"name": name, "pooling": pooling, "z": z, "sites": [list(s) for s in sites], "lanes": [list(l) for l in lanes],
                     "echelon": echelon, "optimum": optimum, "boundary": boundary, "otherBoundary": second, "at": at,
                     "services": [list(s) for s in services]})

R = random.Random(5)
chains = []
while len(chains) < 30:
    n = R.randint(2, 6)
    times = [R.randint(0, 9) for _ in range(n - 1)]
    days = [sum(times[k:]) for k in range(n)]
    value = [round(R.uniform(1, 20), 2) for _ in range(n)]
    cv = [round(R.uniform(0.1, 1.5), 3) for _ in range(n)]
    tolerance = R.randint(0, 20)
    # One buffer at k, which delivers at once; every other place holds nothing and quotes what it waits for and its own time.
    cost = []
    for k in range(n):
        quoted = 0
        for i in range(n):
            ready = quoted + (times[i - 1] if i > 0 else 0)
            if i == k: covered = ready
            quoted = 0 if i == k else ready
        cost.append(value[k] * cv[k] * math.sqrt(covered) if quoted <= tolerance else None)
    least = min(c for c in cost if c is not None)
    winners = [k for k in range(n) if cost[k] is not None and cost[k] <= least + 1e-12]
    if len(winners) > 1: continue
    chains.append({"days": days, "tolerance": tolerance, "cv": cv, "value": value, "buffer": winners[0], "cost": cost})

print(json.dumps({"provenance": "every vector of service times and every buffer tried, scripts/push-pull.py", "networks": networks, "chains": chains}))

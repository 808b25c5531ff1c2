"""Known answers for functions about networks and service, as calls with their arguments, none by our own methods:
GSM.OPTIMISE as an integer program over whole service times (scipy's HiGHS), GSM.EVALUATE from the definition, SERIAL.OPTIMISE by
convolution on a fine grid (normal; refined twice and extrapolated) and over whole units (Poisson), METRIC.OPTIMISE by every base stock of
the warehouse with explicit binomial sums, SERVICE.OPTIMISE by one Lagrange multiplier found by bisection.
Run: python3 test/reference/scripts/network-functions.py > test/reference/network-functions.json"""
import json, math, random
import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, brentq, milp
from scipy.signal import fftconvolve
from scipy.sparse import lil_matrix
from scipy.stats import binom, norm, poisson

R = random.Random(2026)

# --- guaranteed service -------------------------------------------------------------------------------------------------

def network(size, share):
    """Rows of nodes and lanes; suppliers have lower numbers."""
    ids = list(range(size))
    lanes = [(a, b) for b in ids for a in range(b) if R.random() < share]
    for b in ids[1:]:
        if not any(b in lane for lane in lanes): lanes.append((R.randrange(b), b))
    ends = set(ids) - {a for a, _ in lanes}
    rows = [[f"n{i}", R.randint(0, 3), round(R.uniform(0.1, 9), 2),
             round(R.uniform(1, 20), 1) if i in ends or R.random() < 0.2 else None,
             R.choice([0, 1, 2]) if i in ends else R.choice([None, None, None, 0, 3]),
             R.choice([None, None, 1, 2])] for i in ids]
    return rows, lanes

def net_sd(rows, lanes, pooling):
    size = len(rows)
    own = [(row[3] or 0) ** 2 for row in rows]
    if pooling == "ARCS":
        variance = own[:]
        for i in reversed(range(size)): variance[i] += sum(variance[b] for a, b in lanes if a == i)
        return [math.sqrt(v) for v in variance]
    variance = [0.0] * size
    for d in range(size):
        paths = [0] * size
        paths[d] = 1
        for i in reversed(range(size)):
            if i != d: paths[i] = sum(paths[b] for a, b in lanes if a == i)
        for i in range(size): variance[i] += own[d] * paths[i] ** 2
    return [math.sqrt(v) for v in variance]

def integer_program(rows, lanes, z, pooling):
    size, sd, top = len(rows), net_sd(rows, lanes, pooling), []
    for i, row in enumerate(rows):
        top.append(max([row[5] or 0] + [top[a] for a, b in lanes if b == i]) + row[1])
    choice, cost = [], []
    for i, (_, time, holding, _, longest, inbound) in enumerate(rows):
        for waits in range(inbound or 0, top[i] - time + 1):
            for quotes in range(0, min(waits + time, top[i] if longest is None else longest) + 1):
                choice.append((i, waits, quotes))
                cost.append(z * holding * sd[i] * math.sqrt(waits + time - quotes))
    rules = [({k: 1 for k, c in enumerate(choice) if c[0] == i}, 1, 1) for i in range(size)]
    for a, b in lanes:
        for t in range(1, top[a] + 1):
            rule = {}
            for k, (i, waits, quotes) in enumerate(choice):
                if i == a and quotes >= t: rule[k] = 1
                if i == b and waits >= t: rule[k] = -1
            rules.append((rule, -np.inf, 0))
    matrix = lil_matrix((len(rules), len(choice)))
    for r, (rule, _, _) in enumerate(rules):
        for k, value in rule.items(): matrix[r, k] = value
    answer = milp(np.array(cost), integrality=np.ones(len(choice)), bounds=Bounds(0, 1),
                  constraints=LinearConstraint(matrix.tocsr(), [r[1] for r in rules], [r[2] for r in rules]),
                  options={"mip_rel_gap": 1e-10})
    assert answer.status == 0
    return sum(c for c, x in zip(cost, answer.x) if x > 0.5)

def named(lanes):
    shuffled = [[f"n{a}", f"n{b}"] for a, b in lanes]
    R.shuffle(shuffled)
    return shuffled

def optimise_cases():
    for k in range(20):
        rows, lanes = network(R.randint(7, 12), [0.1, 0.25, 0.4][k % 3])
        z, pooling = R.choice([1.645, 1, 2.33]), ["ARCS", "PATHS"][k % 2]
        yield [rows, named(lanes), z, pooling, "SUMMARY"], integer_program(rows, lanes, z, pooling)

def evaluate_cases():
    for k in range(16):
        rows, lanes = network(R.randint(3, 8), 0.4)
        z, pooling = 1.645, ["ARCS", "PATHS"][k % 2]
        sd, waits, quotes, plan, broken = net_sd(rows, lanes, pooling), [], [], [], []
        for i, (name, time, holding, _, longest, inbound) in enumerate(rows):
            waits.append(max([inbound or 0] + [quotes[a] for a, b in lanes if b == i]))
            most = min(waits[i] + time, 99 if longest is None else longest)
            quotes.append(R.randint(0, most))
            if k % 4 == 3 and not broken and (i == len(rows) - 1 or R.random() < 0.3):
                quotes[i] = most + 1
                broken.append(name)
            covered = waits[i] + time - quotes[i]
            stock = z * sd[i] * math.sqrt(max(0, covered))
            plan.append([name, quotes[i], waits[i], covered, stock, stock * holding])
        yield [rows, named(lanes), [[q] for q in quotes], z, pooling], broken[0] if broken else plan

# --- a chain of stages --------------------------------------------------------------------------------------------------

def chain_normal(holding, times, mean, sd, short):
    def solve(parts):
        step = sd * math.sqrt(min(t for t in times if t > 0)) / parts
        spread = sd * math.sqrt(sum(times))
        x = np.arange(int(-(10 * spread + 0.3 * mean * sum(times)) / step),
                      int((mean * sum(times) + 12 * spread) / step) + 1) * step
        below, stocks, smooth = (short + sum(holding)) * np.maximum(-x, 0), [], False
        for h, time in zip(holding, times):
            cost = h * x + below
            smooth = smooth or time > 0
            if time > 0:
                # Piecewise linear cost against normal demand: weights are second differences of E[(u - D)+].
                m, s = mean * time, sd * math.sqrt(time)
                first, last = math.floor((m - 9 * s) / step), math.ceil((m + 9 * s) / step)
                u = (np.arange(first - 1, last + 2) * step - m) / s
                over = s * (u * norm.cdf(u) + norm.pdf(u))
                weights = (over[2:] - 2 * over[1:-1] + over[:-2]) / step
                left, right = max(last, 0), max(-first, 0)
                wide = np.concatenate([cost[0] + (cost[1] - cost[0]) * np.arange(-left, 0), cost,
                                       cost[-1] + (cost[-1] - cost[-2]) * np.arange(1, right + 1)])
                cost = fftconvolve(wide, weights)[left - first:left - first + len(x)]
            i = int(np.argmin(cost))
            bend = cost[i - 1] - 2 * cost[i] + cost[i + 1]
            slide = 0.5 * (cost[i - 1] - cost[i + 1]) / bend if smooth else 0.0
            least = cost[i] - 0.25 * (cost[i - 1] - cost[i + 1]) * slide
            stocks.append(x[i] + slide * step)
            below = np.where(x <= stocks[-1], cost, least)
        return stocks, least
    (_, coarse), (stocks, fine) = solve(400), solve(800)
    return stocks, fine + (fine - coarse) / 3

def chain_poisson(holding, times, mean, short):
    reach = int(mean * sum(times) + 14 * math.sqrt(mean * sum(times) + 1) + 40)
    x = np.arange(-reach - 30, reach + 1).astype(float)
    below, stocks = (short + sum(holding)) * np.maximum(-x, 0), []
    for h, time in zip(holding, times):
        cost = h * x + below
        chances = poisson.pmf(np.arange(int(mean * time + 16 * math.sqrt(mean * time + 1) + 40)), mean * time)
        wide = np.concatenate([cost[0] + (cost[1] - cost[0]) * np.arange(-len(chances) + 1, 0), cost])
        cost = np.convolve(wide, chances)[len(chances) - 1:len(chances) - 1 + len(x)]
        i = int(np.argmin(cost))
        stocks.append(int(x[i]))
        below = np.where(x <= x[i], cost, cost[i])
    return stocks, cost[i]

def column(values): return [[value] for value in values]

def chain_cases():
    for k in range(24):
        stages = 1 + k % 6
        holding = [round(R.uniform(0.1, 5), 2) for _ in range(stages)]
        times = [R.choice([0, 0.25, 0.5, 1, 2, 4]) for _ in range(stages)]
        times[R.randrange(stages)] = 1
        short = round(R.choice([sum(holding), R.uniform(5, 150)]), 2)
        if k < 12:
            mean, sd = R.choice([0, 5, 40, 100]), R.choice([1, 4, 20])
            stocks, cost = chain_normal(holding, times, mean, sd, short)
            yield [column(holding), column(times), mean, sd, short], [float(s) for s in stocks], float(cost)
        else:
            mean = R.choice([0.2, 1, 6.5, 20])
            stocks, cost = chain_poisson(holding, times, mean, short)
            yield [column(holding), column(times), mean, None, short, "POISSON"], stocks, float(cost)

# --- one warehouse and its retailers ------------------------------------------------------------------------------------

def chances(mean): return poisson.pmf(np.arange(int(mean + 12 * math.sqrt(mean + 1) + 40)), mean)

def warehouse(rates, times, holding, short, method):
    total, best = sum(rates), None
    ordered = chances(total * times[0])
    for stock in range(int(total * times[0] + 10 * math.sqrt(total * times[0] + 1) + 20)):
        short0 = np.concatenate([[ordered[:stock + 1].sum()], ordered[stock + 1:]])
        late = float(np.arange(len(short0)) @ short0)
        cost, stocks = holding[0] * sum((stock - k) * ordered[k] for k in range(min(stock, len(ordered)))), []
        for i, rate in enumerate(rates):
            if method == "METRIC": out = chances(rate * (times[i + 1] + late / total))
            else:
                units = np.arange(len(short0))
                mine = sum(p * binom.pmf(units, b, rate / total) for b, p in enumerate(short0) if p > 1e-18)
                out = np.convolve(mine, chances(rate * times[i + 1]))
            owed, held, at_most, least = float(np.arange(len(out)) @ out), 0.0, np.cumsum(out), None
            for s in range(int(owed) + len(out) + 50):
                price = holding[i + 1] * held + short[i] * (held - s + owed)
                if least is None or price < least[0] - 1e-13: least = (price, s)
                held += at_most[s] if s < len(at_most) else 1.0
            cost += least[0]
            stocks.append(least[1])
        if best is None or cost < best[1] - 1e-12: best = ([stock] + stocks, cost)
    return best

def warehouse_cases():
    for k in range(16):
        shops = R.randint(1, 4)
        rates = [round(R.choice([R.uniform(0.02, 0.3), R.uniform(0.5, 4)]), 3) for _ in range(shops)]
        times = [R.choice([0, 0.5, 1, 3])] + [R.choice([0, 0.25, 1, 2]) for _ in range(shops)]
        holding = [round(R.uniform(0.2, 3), 2) for _ in range(shops + 1)]
        short = [round(R.choice([R.uniform(0.5, 4), R.uniform(5, 80)]), 2) for _ in range(shops)]
        method = ["EXACT", "METRIC"][k % 2]
        stocks, cost = warehouse(rates, times, holding, short, method)
        yield [column(rates), column(times), column(holding), column(short), method], stocks, float(cost)

# --- service targets ----------------------------------------------------------------------------------------------------

def loss(k): return norm.pdf(k) - k * norm.sf(k)
def fill(stock, sd, lot): return 1.0 if sd == 0 else 1 - sd * (loss(stock / sd) - loss((stock + lot) / sd)) / lot

def mix(demand, sd, lot, cost, target, mode, floors):
    least = [0.0 if s == 0 or fill(0, s, q) >= f else brentq(lambda x: fill(x, s, q) - f, 0, 30 * s, xtol=1e-13)
             for s, q, f in zip(sd, lot, floors)]
    def stocks(price):
        found = []
        for d, s, q, c, low in zip(demand, sd, lot, cost, least):
            gain = lambda x: d / sum(demand) * (norm.sf(x / s) - norm.sf((x + q) / s)) / q / c - price
            found.append(low if s == 0 or gain(low) <= 0 else brentq(gain, low, 38 * s, xtol=1e-13))
        return found
    overall = lambda list: sum(d * fill(x, s, q) for d, x, s, q in zip(demand, list, sd, lot)) / sum(demand)
    value = lambda list: sum(x * c for x, c in zip(list, cost))
    if mode == "FILL" and overall(least) >= target: return value(least), overall(least)
    miss = (lambda e: overall(stocks(math.exp(e))) - target) if mode == "FILL" else (lambda e: target - value(stocks(math.exp(e))))
    found = stocks(math.exp(brentq(miss, -130, 10, xtol=1e-14)))
    return value(found), overall(found)

def mix_cases():
    for k in range(14):
        items = R.randint(2, 7)
        demand = [round(R.uniform(1, 500)) for _ in range(items)]
        sd = [round(R.uniform(1, 150), 1) if i or R.random() < 0.7 else 0 for i in range(items)]
        sd[-1] = max(sd[-1], 5)
        lot = [round(R.uniform(10, 900)) for _ in range(items)]
        cost = [round(R.choice([R.uniform(0.05, 2), R.uniform(2, 90)]), 2) for _ in range(items)]
        mode = ["FILL", "BUDGET"][k % 2]
        floors = [0 if k % 3 or R.random() < 0.5 else round(R.uniform(0.5, 0.96), 3) for _ in range(items)]
        target = round(R.uniform(0.9, 0.999), 4)
        if mode == "BUDGET":
            floor_value = mix(demand, sd, lot, cost, 1e-6, "FILL", floors)[0]
            target = math.ceil(floor_value + R.uniform(0.2, 2) * sum(s * c for s, c in zip(sd, cost)))
        answer = mix(demand, sd, lot, cost, target, mode, floors)
        yield [column(demand), column(sd), column(lot), column(cost), target, mode, column(floors)], answer

print(json.dumps({
    "provenance": f"numpy {np.__version__}, scipy {scipy.__version__}; integer programs, grids, enumeration: network-functions.py",
    "optimise": [{"args": args, "cost": cost} for args, cost in optimise_cases()],
    "evaluate": [{"args": args, **({"broken": want} if isinstance(want, str) else {"plan": want})} for args, want in evaluate_cases()],
    "chains": [{"args": args, "stocks": stocks, "cost": cost} for args, stocks, cost in chain_cases()],
    "warehouses": [{"args": args, "stocks": stocks, "cost": cost} for args, stocks, cost in warehouse_cases()],
    "mixes": [{"args": args, "value": value, "fill": overall} for args, (value, overall) in mix_cases()],
}))

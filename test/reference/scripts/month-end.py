"""Calls of month-end functions as they are typed into cells, with answers worked out by hand-sized arithmetic in fractions.

Nothing of the program is used. FIFO keeps a list of single units (tokens of a tenth) in receipt order; each token carries its cost as a
fraction, so returns, late invoices and partial layers need no formula. All else is the definition, written out.

python3 month-end.py > ../month-end.json
"""

import json
import random
from datetime import date, timedelta
from fractions import Fraction as F
from statistics import NormalDist

EPOCH = date(1899, 12, 30)
cases = []


def add(fn, args, value, note):
    if isinstance(value, list) and len(value) == 1 and len(value[0]) == 1:
        value = value[0][0]
    cases.append({"fn": fn, "args": args, "value": value, "from": note})


def num(value):
    """A fraction as the nearest double."""
    return float(value)


def column(values):
    return [[value] for value in values]


def shown_day(rng, day):
    """Now and then a serial, else ISO text."""
    return day if rng.random() < 0.5 else (EPOCH + timedelta(days=day)).isoformat()


class Short(Exception):
    def __init__(self, day, by):
        self.day, self.by = day, by


def post(rows, asof=None):
    """rows: (day, tenths, cost, ref, place). Returns tokens left and the cost of sales by place; raises Short."""
    def rank(row):
        return 0 if row[1] > 0 else 1 if row[1] == 0 else 2
    tokens = []  # [order, day, cost, receipt document], kept in the order of the layers
    taken = {}  # document of an issue -> tokens it took, oldest first
    cogs = {}
    order = 0
    layers = {}  # document of a receipt -> its tokens, wherever they are now
    for row in sorted([r for r in rows if asof is None or r[0] <= asof], key=lambda r: (r[0], rank(r), r[4])):
        day, tenths, cost, ref, place = row
        if tenths > 0 and ref in taken:
            back = taken[ref][-tenths:]
            assert len(back) == tenths
            del taken[ref][-tenths:]
            for token in back:
                token["gone"] = False
            tokens = sorted(tokens + back, key=lambda t: t["order"])
            cogs[place] = -sum(t["cost"] for t in back) / 10
        elif tenths > 0:
            new = [{"order": (order, i), "day": day, "cost": cost, "layer": order, "gone": False} for i in range(tenths)]
            layers.setdefault(ref, []).extend(new)
            tokens += new
            order += 1
        elif tenths == 0:
            spread = cost * 10 / len(layers[ref])
            for token in layers[ref]:
                token["cost"] += spread
            cogs[place] = spread * sum(t["gone"] for t in layers[ref]) / 10
        else:
            if len(tokens) < -tenths:
                raise Short(day, F(-tenths - len(tokens), 10))
            if ref in layers:
                own = [t for t in tokens if t in layers[ref]]
                out = own[:-tenths]
            else:
                out = tokens[:-tenths]
                for token in out:
                    token["gone"] = True
                taken[ref] = out
                cogs[place] = sum(t["cost"] for t in out) / 10
            ids = {id(t) for t in out}
            tokens = [t for t in tokens if id(t) not in ids]
    return tokens, cogs


def layers_of(tokens):
    found = {}
    for token in tokens:
        found.setdefault(token["layer"], []).append(token)
    rows = []
    for layer in found.values():
        value = sum(t["cost"] for t in layer) / 10
        units = F(len(layer), 10)
        rows.append([layer[0]["day"], num(units), num(value / units), num(value)])
    return rows


def story(rng, allow_short=False):
    """Receipts, sales, returns, goods back and freight of one item, one a day, told in any order."""
    day = 45000 + rng.randint(0, 400)
    rows, held, receipts, sales = [], 0, {}, {}
    for n in range(rng.randint(5, 14)):
        day += rng.randint(1, 20)
        kind = rng.choice(["in", "in", "out", "out", "out", "return", "freight", "back"])
        if kind == "return" and any(sales.values()):
            ref = rng.choice([r for r, left in sales.items() if left])
            tenths = rng.randint(1, sales[ref])
            sales[ref] -= tenths
            held += tenths
            rows.append((day, tenths, None, ref))
        elif kind == "freight" and receipts:
            rows.append((day, 0, F(rng.randint(100, 9000), 100), rng.choice(list(receipts))))
        elif kind == "out" and held:
            tenths = rng.randint(1, held)
            held -= tenths
            sales[f"SO{n}"] = tenths
            rows.append((day, -tenths, None, f"SO{n}"))
        else:
            tenths = rng.randint(1, 60)
            held += tenths
            receipts[f"PO{n}"] = tenths
            rows.append((day, tenths, F(rng.randint(100, 9999), 100), f"PO{n}"))
    if allow_short:
        rows.append((day + 3, -(held + rng.randint(1, 20)), None, "SO-short"))
    rng.shuffle(rows)
    return [(d, q, c, r, i) for i, (d, q, c, r) in enumerate(rows)]


def typed(rng, rows):
    return [
        column([shown_day(rng, r[0]) for r in rows]),
        column([r[1] / 10 for r in rows]),
        column([None if r[2] is None else num(r[2]) for r in rows]),
    ]


def fifo(rng):
    for i in range(14):
        rows = story(rng)
        refs = column([r[3] for r in rows])
        tokens, cogs = post(rows)
        value = sum(t["cost"] for t in tokens) / 10
        base = typed(rng, rows)
        add("FIFO.VALUE", base + [None, None, refs], num(value), "tokens left at their costs")
        if cogs:
            entries = [[num(cogs[r[4]])] for r in rows if r[4] in cogs]
            add("FIFO.COGS", base + [None, None, None, refs], entries, "tokens of each issue, returns negative")
        days = sorted(r[0] for r in rows)
        asof = days[len(days) // 2]
        tokens, _ = post(rows, asof)
        value = sum(t["cost"] for t in tokens) / 10
        add("FIFO.VALUE", base + [asof, None, refs], num(value), "as of a day in the middle, backdated rows in their place")
        if tokens:
            add("FIFO.LAYERS", base + [asof, None, refs], layers_of(tokens), "tokens left by receipt")
    for i in range(4):
        rows = story(rng, allow_short=True)
        try:
            post(rows)
            raise AssertionError
        except Short as short:
            text = (EPOCH + timedelta(days=short.day)).isoformat()
            add("FIFO.VALUE", typed(rng, rows) + [None, None, column([r[3] for r in rows])], {"error": "#N/A", "says": text}, "more went out than there was")
    for i in range(6):
        # Several items in one call, told in one shuffled list; documents are the item's own.
        names = ["00123", "B-7", "C"][: rng.randint(2, 3)]
        told = []
        for name in names:
            told += [(name, *row[:4]) for row in story(rng)]
        rng.shuffle(told)
        rows = [(d, q, c, f"{n}/{r}", i) for i, (n, d, q, c, r) in enumerate(told)]
        items = column([n for n, *_ in told])
        seen = list(dict.fromkeys(n for n, *_ in told))
        values, costs = [], []
        start = sorted(r[0] for r in rows)[len(rows) // 3]
        for name in seen:
            own = [r for r, (n, *_) in zip(rows, told) if n == name]
            tokens, cogs = post(own)
            values.append([name, num(F(len(tokens), 10)), num(sum(t["cost"] for t in tokens) / 10)])
            chosen = [r for r in own if r[0] >= start and r[4] in cogs]
            units = sum((-r[1] for r in chosen if r[1] != 0), 0)
            costs.append([name, num(F(units, 10)), num(sum((cogs[r[4]] for r in chosen), F(0)))])
        base = typed(rng, rows)
        refs = column([r[3] for r in rows])
        add("FIFO.VALUE", base + [None, items, refs], values, "each item by itself, in the order in which it appears")
        add("FIFO.COGS", base + [start, None, items, refs], costs, "issues less returns from the first day on")


def average(rng):
    for i in range(10):
        day, held, rows = 45200, F(0), []
        for _ in range(rng.randint(4, 10)):
            day += rng.randint(1, 9)
            if held > 0 and rng.random() < 0.5:
                q = F(rng.randint(1, int(held * 10)), 10)
                held -= q
                rows.append((day, -q, None))
            else:
                q = F(rng.randint(10, 900), 10)
                held += q
                rows.append((day, q, F(rng.randint(100, 9999), 100)))
        units, money, last, total, paid = F(0), F(0), None, F(0), F(0)
        for _, q, c in rows:
            if q > 0:
                units += q
                money += q * c
                total += q
                paid += q * c
                last = money / units
            else:
                money += q * last
                units += q
        shuffled = rows[:]
        rng.shuffle(shuffled)
        args = [column([shown_day(rng, r[0]) for r in shuffled]), column([num(r[1]) for r in shuffled]), column([None if r[2] is None else num(r[2]) for r in shuffled])]
        add("AVGCOST", args, num(last), "a new average with each receipt")
        add("AVGCOST", args + [None, "periodic"], num(paid / total), "money in over units in")


def standards_and_nrv(rng):
    for i in range(8):
        q, a, s, p = (F(rng.randint(1, 5000), 10), F(rng.randint(100, 9999), 100), F(rng.randint(100, 9999), 100), F(rng.randint(100, 9999), 100))
        args = [num(q), num(a), num(s)]
        if i % 2:
            add("STDCOST.VARIANCE", args, [[num((a - s) * q), 0]], "(actual - standard) x quantity")
        else:
            add("STDCOST.VARIANCE", args + [num(p)], [[num((a - s) * q), num((s - p) * q)]], "and (new - old standard) x quantity")
    for i in range(12):
        price, comp, sell = F(rng.randint(1000, 5000), 100), F(rng.randint(0, 600), 100), F(rng.randint(0, 400), 100)
        if i % 3 == 0:
            add("NRV", [num(price), num(comp), num(sell)], num(price - comp - sell), "price - completion - selling")
        else:
            held = rng.randint(10, 200)
            firm = rng.randint(1, held + 40)
            at = F(rng.randint(500, 6000), 100)
            under = min(firm, held)
            mean = (under * at + (held - under) * price) / F(held)
            add("NRV", [num(price), num(comp), num(sell), firm, num(at), held], num(mean - comp - sell), "units under contract at its price, at most those held")
    for i in range(14):
        cost, nrv, q = F(rng.randint(500, 4000), 100), F(rng.randint(300, 4500), 100), rng.randint(1, 300)
        prior = F(rng.randint(0, int(min(cost * q, 3000) * 100)), 100) if i % 2 else F(0)
        needed = max(F(0), cost - nrv) * q
        down, back = max(F(0), needed - prior), max(F(0), prior - needed)
        assert back <= prior
        args = [num(cost), num(nrv), q] + ([num(prior)] if i % 2 else [])
        add("NRV.TEST", args, [[num(down), num(back), num(cost * q - needed)]], "needed less earlier; a reversal never exceeds the earlier")
    add("NRV.TEST", [column([20, 10, 8.25]), column([15, 40, 8.2]), column([10, 10, 1000]), column([0, 30, 80])], [[50, 0, 150], [0, 30, 100], [0, 30, 8200]], "row by row, no netting")


def ageing(rng):
    for i in range(12):
        asof = 45657
        receipts = [(asof - rng.choice([0, 1, 89, 90, 91, 180, 181, 270, 271, 365, 366, 500]), rng.randint(1, 40)) for _ in range(rng.randint(1, 7))]
        receipts = list({d: (d, q) for d, q in receipts}.values())
        rng.shuffle(receipts)
        held = rng.randint(0, sum(q for _, q in receipts) + (15 if i % 3 == 0 else 0))
        bounds = [90, 180, 270, 365] if i % 2 else [30, 365]
        found = [0] * (len(bounds) + 1)
        left = held
        for day, q in sorted(receipts, reverse=True):
            part = min(left, q)
            found[next((k for k, b in enumerate(bounds) if asof - day <= b), len(bounds))] += part
            left -= part
        found[-1] += left
        args = [column([shown_day(rng, d) for d, _ in receipts]), column([q for _, q in receipts]), held, None if i % 2 else [bounds], asof]
        add("AGEING", args, [found], "latest receipts first, what none explains in the last bucket")
        if i % 3 == 1:
            add("AGEING", args + [2.5], [[2.5 * f for f in found]], "at one cost")


def status(rng):
    day = 45657
    for idle, word in [(0, "Active"), (180, "Active"), (181, "Slow"), (365, "Slow"), (366, "Obsolete")]:
        add("STOCKSTATUS", [10, day - idle, 120, day], word, f"{idle} days without an issue")
    for on_hand, word in [(120, "Active"), (120.5, "Excess"), (0, "No stock"), (-3, "No stock")]:
        add("STOCKSTATUS", [on_hand, "2024-12-01", 120, "2024-12-31"], word, "against a forecast of 120")
    add("STOCKSTATUS", [10, None, 120, day], "New", "never issued")
    add("STOCKSTATUS", [10, day - 61, 120, day, 30, 60], "Obsolete", "bounds of one's own")
    add("STOCKSTATUS", [10, day - 60, 120, day, 30, 60], "Slow", "bounds of one's own")
    for i in range(5):
        forecast = [rng.randint(0, 60) for _ in range(12)]
        on_hand, ss, horizon = rng.randint(0, 900), rng.randint(0, 50), rng.randint(1, 12)
        add("EXCESS", [on_hand, [forecast], horizon, ss], max(0, on_hand - sum(forecast[:horizon]) - ss), "stock - demand of the horizon - safety stock")
    add("EXCESS", [700, column([50] * 12)], 100, "12 periods unless told otherwise")


def risk(rng):
    stage = {"New": F(1, 5), "Growth": F(0), "Mature": F(1, 5), "Decline": F(7, 10), "EOL": F(1), "Inactive": F(1)}
    for i in range(10):
        age, cover, trend = rng.randint(0, 500), F(rng.randint(0, 400), 10), F(rng.randint(-80, 40), 100)
        name, sub = rng.choice(list(stage)), rng.random() < 0.5
        weights = [25, 30, 20, 15, 10] if i % 2 else [rng.randint(1, 40) for _ in range(5)]
        levels = [min(F(1), F(age, 365)), min(F(1), cover / 24), min(F(1), max(F(0), trend / F(-1, 2))), stage[name], F(int(sub))]
        points = 100 * sum(level * w for level, w in zip(levels, weights)) / sum(weights)
        args = [age, num(cover), num(trend), name.upper() if i % 3 == 0 else name, sub]
        add("OBSRISK", args if i % 2 else args + [[weights]], num(points), "levels x weights, scaled to 100")
    tiers = [["ROH", 6, 0.1], ["ROH", 10, 0.15], ["ROH", 12, 0.2], ["FERT", 6, 0.3], ["", 9, 0.25]]
    for measure, kind, share in [(5.99, "ROH", 0), (6, "ROH", 0.1), (9.999, "ROH", 0.1), (10, "ROH", 0.15), (11, "ROH", 0.15), (12, "roh", 0.2), (400, "ROH", 0.2), (6, "FERT", 0.3), (9, "HAWA", 0.25), (8.9, "HAWA", 0)]:
        add("RESERVE.TIERS", [measure, 1234.5, tiers, kind], num(F(str(share)) * F("1234.5")), "share of the largest threshold at or below")
    add("RESERVE.TIERS", [column([91, 90, 0]), column([100, 100, 100]), [[0, 0], [91, 0.5]]], column([50, 0, 0]), "days of age, two columns")


def disposal(rng):
    for i in range(8):
        q, hold = rng.randint(10, 300), F(rng.randint(0, 80), 100)
        ways = []
        for name in ["Discount", "Return", "Rework", "Scrap"]:
            ways.append([name, F(rng.randint(0, 2000), 100) if name != "Scrap" else F(0), F(rng.randint(0, 400), 100), rng.randint(0, 200), rng.randint(0, 6)])
        net = [q * (w[1] - w[2]) - w[3] - q * hold * w[4] for w in ways]
        best = max(range(4), key=lambda k: (net[k], -k))
        second = max(net[k] for k in range(4) if k != best)
        proceeds = q * ways[best][1]
        even = num((net[best] - second) / proceeds) if proceeds > 0 else ""
        add("DISPOSE.BEST", [q, [[w[0], num(w[1]), num(w[2]), w[3], w[4]] for w in ways], num(hold)], [[ways[best][0], num(net[best]), even]], "the highest net value and what its price may still lose")
    for i in range(5):
        on_hand, price = rng.randint(50, 400), F(rng.randint(100, 2000), 100)
        forecast = [rng.randint(5, 60) for _ in range(rng.randint(3, 8))]
        left, rows = on_hand, []
        for f in forecast:
            sales = min(left, f)
            left -= sales
            rows.append([sales, left, num(price), num(left * price)])
        add("EOL.PLAN", [on_hand, column(forecast), rng.randint(1, len(forecast)), num(price)], rows, "stock less forecast, period by period")
    for i in range(6):
        mean, sd, n, csl, held = rng.randint(5, 80), rng.randint(0, 20), rng.randint(1, 40), rng.choice([0.9, 0.95, 0.99]), rng.randint(0, 200)
        answer = max(0, mean * n + NormalDist().inv_cdf(csl) * sd * n**0.5 - held)
        add("LASTTIMEBUY", [mean, sd, n, csl, held], answer, "mean x n + z sd sqrt(n) - on hand")
    add("LASTTIMEBUY", [40, 12, 24], 960 + NormalDist().inv_cdf(0.95) * 12 * 24**0.5, "1,056.7")


def kpis(rng):
    for i in range(5):
        cogs, balances, months = rng.randint(500, 90000), [rng.randint(100, 9000) for _ in range(13 if i else 1)], rng.choice([12, 3, 6])
        args = [cogs, column(balances)] + ([months] if months != 12 else [])
        add("TURNS", args, num(F(cogs * 12, months) / F(sum(balances), len(balances))), "yearly cost over the mean of all balances")
        add("DOS", [balances[0], cogs] + ([90] if i % 2 else []), num(F(balances[0], cogs) * (90 if i % 2 else 365)), "stock over cost a day")
        margin = rng.randint(-200, 5000)
        add("GMROI", [margin, [balances]], num(F(margin) / F(sum(balances), len(balances))), "margin over mean stock")
    for i in range(6):
        forecast = [rng.randint(0, 60) for _ in range(6)]
        on_hand, days = rng.randint(0, sum(forecast)), rng.choice([30, 7])
        left, cover = F(on_hand), F(0)
        for f in forecast:
            if left <= 0:
                break
            cover += days if left >= f else days * left / f
            left -= min(left, f)
        add("DOS.FORWARD", [on_hand, [forecast]] + ([days] if days != 30 else []), num(cover), "whole buckets, the last pro rata")
    for i in range(5):
        n = rng.randint(3, 9)
        ordered = [rng.randint(1, 50) for _ in range(n)]
        shipped = [rng.choice([q, q, q + 3, rng.randint(0, q)]) for q in ordered]
        orders = [f"SO{rng.randint(1, 3)}" for _ in range(n)]
        unit = F(sum(min(a, b) for a, b in zip(ordered, shipped)), sum(ordered))
        line = F(sum(b >= a for a, b in zip(ordered, shipped)), n)
        whole = {o: all(b >= a for a, b, p in zip(ordered, shipped, orders) if p == o) for o in orders}
        add("FILLRATE", [column(ordered), column(shipped)], num(unit), "over-shipment does not count")
        add("FILLRATE", [column(ordered), column(shipped), "line"], num(line), "lines in full")
        add("FILLRATE", [column(ordered), column(shipped), "ORDER", column(orders)], num(F(sum(whole.values()), len(whole))), "orders in full")
    for i in range(4):
        n = rng.randint(4, 10)
        book = [rng.randint(0, 200) for _ in range(n)]
        counted = [max(0, b + rng.choice([0, 0, 0, 1, -2, 9, -9])) for b in book]
        cost = [F(rng.randint(50, 3000), 100) for _ in range(n)]
        add("IRA", [column(book), column(counted)], num(F(sum(a == b for a, b in zip(book, counted)), n)), "records that agree")
        add("IRA", [column(book), column(counted), 0.05], num(F(sum(20 * abs(a - b) <= a for a, b in zip(book, counted)), n)), "within 5 % of the record")
        value = sum(c * a for a, c in zip(book, cost))
        off = sum(c * abs(a - b) for a, b, c in zip(book, counted, cost))
        add("IRA", [column(book), column(counted), None, "VALUE", column([num(c) for c in cost])], num(1 - off / value), "one less value of differences over value on record")
    for i in range(5):
        k = rng.randint(2, 4)
        before, now = [F(rng.randint(1, 400), 10) for _ in range(k)], [F(rng.randint(1, 400), 10) for _ in range(k)]
        at = before[:]
        figure = lambda xs: __import__("math").prod(xs)
        steps, start = [], figure(at)
        running = start
        for j in range(k):
            at[j] = now[j]
            steps.append(figure(at) - running)
            running = figure(at)
        rows = [[num(x)] for x in [start, *steps, running]]
        add("KPI.BRIDGE", [column([num(x) for x in before]), column([num(x) for x in now])], rows, "one driver after the other")


published = [
    ("FIFO.VALUE", [column(["2024-01-05", "2024-01-20", "2024-02-03"]), column([2510, -2430, 101]), column([65, None, 76])], 12876, "the forum case"),
    ("FIFO.COGS", [column(list(range(1, 10))), column([3, -1, 2, -3, 2, -2, 1, 1, -3]), column([100, None, 104.04, None, 108.243216, None, 112.6162419264, 114.868566764928, None])], column([100, 304.04, 212.283216, 335.728024691328]), "the four-layer case"),
    ("RESERVE.TIERS", [11, 1000, [["ROH", 6, 0.1], ["ROH", 10, 0.15], ["ROH", 12, 0.2]], "ROH"], 150, "range of coverage"),
    ("TURNS", [1200, 300], 4, "1,200 over 300"),
    ("DOS", [300, 1200], 91.25, "300 / 1,200 x 365"),
    ("DOS.FORWARD", [100, [[30, 40, 50]]], 78, "30 + 30 + 18"),
    ("NRV", [24, 3, 2], 19, "24 - 3 - 2"),
    ("NRV.TEST", [20, 19, 1], [[1, 0, 19]], "cost 20, net realisable value 19"),
]


def main():
    rng = random.Random(20261126)
    for one in published:
        add(*one)
    for family in [fifo, average, standards_and_nrv, ageing, status, risk, disposal, kpis]:
        family(rng)
    print(json.dumps({"provenance": f"scripts/month-end.py, {len(cases)} calls, Python fractions", "cases": cases}))


main()

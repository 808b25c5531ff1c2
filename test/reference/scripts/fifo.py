"""Known answers for first in, first out and average cost, in exact decimals.

Every step of a quantity (a tenth of a unit) is a token that remembers its receipt; nothing is netted, nothing is clever:
an issue takes the oldest tokens, a return puts back the last ones its issue took, a return to the supplier takes tokens
of its receipt first, a late invoice raises the cost of all tokens of its receipt that were not returned.
Ledgers are made in the order of posting and then entered in another order that must not matter.

python3 fifo.py > ../fifo.json
"""

import bisect
import json
import random
from decimal import Decimal, getcontext

getcontext().prec = 50
STEPS = 10


class Book:
    def __init__(self):
        self.cost = []  # money per unit, one entry a receipt
        self.stock = []  # receipt of each token, oldest first
        self.kept = []  # tokens of each receipt not returned to the supplier
        self.receipts = {}  # document -> receipts
        self.taken = {}  # document -> tokens taken, oldest first
        self.cogs = {}  # row -> money
        self.value_in = Decimal(0)
        self.to_supplier = Decimal(0)

    def money(self, tokens):
        return sum((self.cost[t] for t in tokens), Decimal(0)) / STEPS

    def receipt(self, ref, tokens, cost):
        r = len(self.cost)
        self.cost.append(cost)
        self.kept.append(tokens)
        self.stock += [r] * tokens
        self.receipts.setdefault(ref, []).append(r)
        self.value_in += cost * tokens / STEPS

    def issue(self, row, ref, tokens):
        out, self.stock = self.stock[:tokens], self.stock[tokens:]
        self.taken.setdefault(ref, []).extend(out)
        self.cogs[row] = self.money(out)

    def customer_return(self, row, ref, tokens):
        back = [self.taken[ref].pop() for _ in range(tokens)]
        for token in back:
            bisect.insort(self.stock, token)
        self.cogs[row] = -self.money(back)

    def supplier_return(self, ref, tokens):
        own = [t for r in self.receipts[ref] for t in self.stock if t == r][:tokens]
        for token in own:
            self.stock.remove(token)
            self.kept[token] -= 1
        rest, self.stock = self.stock[: tokens - len(own)], self.stock[tokens - len(own) :]
        self.to_supplier += self.money(own + rest)

    def invoice(self, row, ref, money):
        kept = sum(self.kept[r] for r in self.receipts[ref])
        here = sum(1 for t in self.stock if t in self.receipts[ref])
        for r in self.receipts[ref] if kept else []:
            self.cost[r] += money * STEPS / kept
        self.value_in += money
        self.cogs[row] = money * (kept - here) / kept if kept else money


def tenth(tokens):
    return float(Decimal(tokens) / STEPS)


def ledger(rng):
    book, rows, day = Book(), [], 45292
    for _ in range(rng.randint(4, 40)):
        # A new day for each row, or a second row of the same phase: order within a day is tested apart.
        day += rng.randint(1, 9)
        row = len(rows)
        kind = rng.choice(["in", "in", "out", "out", "out", "back", "supplier", "late"])
        if kind == "in" or not book.cost:
            tokens, cost = rng.randint(1, 60), Decimal(rng.randint(0, 99999)) / 1000
            ref = f"P{rng.randint(1, 6)}"
            rows.append([day, tenth(tokens), float(cost), ref])
            book.receipt(ref, tokens, cost)
        elif kind == "out" and book.stock:
            tokens, ref = rng.randint(1, len(book.stock)), f"S{rng.randint(1, 6)}"
            rows.append([day, -tenth(tokens), None, ref])
            book.issue(row, ref, tokens)
        elif kind == "back" and any(book.taken.values()):
            ref = rng.choice([ref for ref, taken in book.taken.items() if taken])
            tokens = rng.randint(1, len(book.taken[ref]))
            rows.append([day, tenth(tokens), None, ref])
            book.customer_return(row, ref, tokens)
        elif kind == "supplier" and book.stock:
            ref, tokens = rng.choice(list(book.receipts)), rng.randint(1, min(12, len(book.stock)))
            rows.append([day, -tenth(tokens), None, ref])
            book.supplier_return(ref, tokens)
        elif kind == "late":
            ref, money = rng.choice(list(book.receipts)), Decimal(rng.randint(1, 99999)) / 100
            rows.append([day, 0, float(money), ref])
            book.invoice(row, ref, money)
    entered = list(range(len(rows)))
    rng.shuffle(entered)
    return {
        "rows": [rows[i] for i in entered],
        "value": str(round(book.money(book.stock), 12)),
        "quantity": tenth(len(book.stock)),
        "costOfSales": [str(round(book.cogs[i], 12)) for i in entered if i in book.cogs],
        "valueIn": str(round(book.value_in, 12)),
        "toSupplier": str(round(book.to_supplier, 12)),
    }


def averages(rng):
    rows, day, units, money, bought, paid = [], 45292, Decimal(0), Decimal(0), Decimal(0), Decimal(0)
    average = None
    for _ in range(rng.randint(2, 30)):
        day += rng.randint(1, 9)
        if units == 0 or rng.random() < 0.5:
            quantity, cost = Decimal(rng.randint(1, 5000)) / 10, Decimal(rng.randint(0, 99999)) / 1000
            rows.append([day, float(quantity), float(cost)])
            units, money = units + quantity, money + quantity * cost
            bought, paid = bought + quantity, paid + quantity * cost
        else:
            quantity = min(units, Decimal(rng.randint(1, 5000)) / 10)
            rows.append([day, -float(quantity), None])
            money = money * (units - quantity) / units
            units -= quantity
        if units:
            average = money / units
    return {
        "rows": rows,
        "moving": str(round(average, 12)),
        "periodic": str(round(paid / bought, 12)),
    }


def main():
    rng = random.Random(20241231)
    print(
        json.dumps(
            {
                "provenance": "scripts/fifo.py, Python decimal with 50 digits, one token a tenth of a unit",
                "ledgers": [ledger(rng) for _ in range(60)],
                "averages": [averages(rng) for _ in range(20)],
            },
        )
    )


main()

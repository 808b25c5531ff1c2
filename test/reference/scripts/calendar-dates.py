"""Known answers for test/engine/calendar: days and the start of their ISO week, month and quarter, by Python's datetime.

Serials follow Excel: 1 is 1900-01-01, and from March 1900 on one more than the calendar says, for a 29 February 1900 that never was.
Run: python3 calendar-dates.py > ../calendar-dates.json
"""
import datetime as dt
import json
import random

def serial(day):
    count = (day - dt.date(1899, 12, 31)).days
    return count if day < dt.date(1900, 3, 1) else count + 1

random.seed(1)
edges = ["1900-01-01", "1900-02-28", "1900-03-01", "1999-12-31", "2000-02-29", "2020-12-31", "2021-01-03", "2021-01-04",
         "2024-02-29", "2100-02-28", "2100-03-01", "9999-12-31"]
days = [dt.date.fromisoformat(text) for text in edges]
days += [dt.date(1900, 1, 1) + dt.timedelta(days=random.randrange(80_000)) for _ in range(40)]
rows = []
for day in days:
    quarter = dt.date(day.year, day.month - (day.month - 1) % 3, 1)
    week = dt.date.fromisocalendar(*day.isocalendar()[:2], 1)
    starts = {"D": day, "W": week, "M": day.replace(day=1), "Q": quarter}
    rows.append({"iso": day.isoformat(), "serial": serial(day), "starts": {k: serial(v) for k, v in starts.items()}})
print(json.dumps(rows))

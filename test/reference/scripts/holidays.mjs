// Known answers for test/engine/calendar/moving-holidays.test.ts.
// Easter: dateutil (Python). Islamic dates: the civil calendar of ICU, through Intl. Chinese New Year: which new moon it is from ICU's Chinese
// calendar, its day in China from the ephemeris of astronomy-engine (npm), since ICU 78 is a day off where the new moon is minutes from
// midnight: 2027 (6 February 23:57 in China) and 2030 (3 February 0:08). The Hong Kong Observatory's tables have the dates found here.
// Run: npm i astronomy-engine; node holidays.mjs $(python3 -c "from dateutil.easter import easter
// print(*[easter(y) for y in range(1990, 2061)])") > ../holidays.json
import * as astronomy from "astronomy-engine";

const day = 864e5;
const [first, last] = [1990, 2060];
const calendar = (name) =>
  new Intl.DateTimeFormat(`en-u-ca-${name}`, { timeZone: "UTC", month: "numeric", day: "numeric" });
const iso = (time) => new Date(time).toISOString().slice(0, 10);

function days(name, month, dayOfMonth) {
  const format = calendar(name);
  const found = [];
  for (let time = Date.UTC(first, 0, 1); time <= Date.UTC(last, 11, 31); time += day) {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    if (parts.month === String(month) && parts.day === String(dayOfMonth)) found.push(time);
  }
  return found;
}

const lunarNewYears = days("chinese", 1, 1).map((time) => {
  const newMoon = astronomy.SearchMoonPhase(0, new Date(time - 5 * day), 12).date;
  return iso(newMoon.getTime() + day / 3);
});
console.log(
  JSON.stringify({
    provenance: `dateutil; ICU ${process.versions.icu}; astronomy-engine 2.1.19; scripts/holidays.mjs`,
    EASTER: process.argv.slice(2),
    RAMADAN: days("islamic-civil", 9, 1).map(iso),
    "EID AL-FITR": days("islamic-civil", 10, 1).map(iso),
    "EID AL-ADHA": days("islamic-civil", 12, 10).map(iso),
    "LUNAR NEW YEAR": lunarNewYears,
  }),
);

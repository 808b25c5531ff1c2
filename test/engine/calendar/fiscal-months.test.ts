import { bucketOf, fiscalMonths, serialOfIsoText } from "../../../src/engine/calendar";

const serial = (text: string) => serialOfIsoText(text) as number;

describe("months of 4, 4 and 5 weeks", () => {
  const fromMonday = fiscalMonths(serial("2024-01-01"));
  test("the Monday nearest to 1 January starts the ISO year: 53 weeks in 2004, 2009, 2015, 2020 and 2026", () => {
    const long = [];
    for (let year = 2000; year < 2030; year++) {
      const first = 12 * (year - 2024);
      const weeks = (fromMonday.start(first + 12) - fromMonday.start(first)) / 7;
      if (weeks === 53) long.push(year);
      else expect(weeks).toBe(52);
      // Week 1 of ISO 8601 is that of 4 January.
      expect(bucketOf(fromMonday.start(first), "W")).toBe(bucketOf(serial(`${year}-01-04`), "W"));
    }
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
  });
  test("each quarter 4, 4, 5; the 53rd week makes the last month six", () => {
    const lengths = (year: number) =>
      Array.from({ length: 12 }, (_, month) => {
        const index = 12 * (year - 2024) + month;
        return (fromMonday.start(index + 1) - fromMonday.start(index)) / 7;
      });
    expect(lengths(2025)).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]);
    expect(lengths(2026)).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6]);
  });
  test.each(["2024-01-01", "2024-02-29", "2023-10-01", "2025-07-06"])(
    "from %s every day has its month",
    (start) => {
      const { of, start: first } = fiscalMonths(serial(start));
      for (let day = serial("1999-12-01"); day < serial("2040-01-31"); day++) {
        const month = of(day);
        expect(first(month) <= day && day < first(month + 1)).toBe(true);
      }
      expect(of(serial(start))).toBe(0);
      expect(first(0)).toBe(serial(start));
      expect((first(12 * 15) - first(0)) % 7).toBe(0);
    },
  );
});

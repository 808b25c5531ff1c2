import { call } from "../functions/call";

jest.setTimeout(300_000);

test("a sheet full of items, 1,048,576 rows, is one call", () => {
  const answer = call(
    "TO.PERIODS",
    Array.from({ length: 1_048_576 }, (_, days) => [days]),
  );
  expect(answer).toHaveLength(1_048_576);
  expect(answer[1_048_575]).toEqual([(1_048_575 * 12) / 365.25]);
});

import { normalDoubtSteps } from "../../src/functions/safety-stock/shared-arguments";

const item = (mean: number, sd: number) => ({ mean, sd, leadTime: 4, leadTimeSd: 0, review: 0 });

test.each([
  ["plenty of even demand", 100, 20, []],
  ["few units", 1, 0.2, ["low volume"]],
  ["a spread of more than half the mean", 100, 120, ["wide spread"]],
  ["no demand at all", 0, 0, []],
])("the explanation says where a normal demand is doubtful: %s", (_, mean, sd, reasons) => {
  const said = normalDoubtSteps(item(mean, sd)).map(({ result }) => String(result).split(":")[0]);
  expect(said).toEqual(reasons);
});

/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { ForecastChart } from "../../../src/pane/chart/ForecastChart";
import { chartLayout, labelledBuckets } from "../../../src/pane/chart/chart-layout";
import { bandPath, linePath, niceTicks } from "../../../src/pane/chart/scale";
import "../render-pane";

describe("ticks", () => {
  test.each([
    [0, 19, 4, [0, 5, 10, 15, 20]],
    [0, 1.7, 4, [0, 0.5, 1, 1.5, 2]],
    [-3, 7, 4, [-5, 0, 5, 10]],
    [0, 0, 4, [0, 0.5]],
  ])("from %d to %d", (low, high, wanted, ticks) => {
    const found = niceTicks(low, high, wanted);
    expect(found[0]).toBe(ticks[0]);
    expect(found.at(-1)).toBeGreaterThanOrEqual(high);
    ticks.forEach((tick) => expect(found).toContainEqual(tick));
  });

  test("span the values, evenly, and are few, at any size", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 0, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
        (low, high) => {
          const ticks = niceTicks(low, high, 4);
          const step = ticks[1] - ticks[0];
          expect(ticks[0]).toBeLessThanOrEqual(low + step * 1e-6);
          expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(high - step * 1e-6);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(7);
        },
      ),
    );
  });
});

test("a missing point interrupts a line; a band of one point has a width", () => {
  const at = (x: number, y: number) => ({ x, y });
  expect(linePath([at(0, 1), at(1, NaN), at(2, 3), at(3, 4)])).toBe("M0.0 1.0M2.0 3.0L3.0 4.0");
  expect(bandPath([at(5, 1)], [at(5, 9)], 2)).toBe("M3.0 1.0L5.0 1.0L7.0 1.0L7.0 9.0L5.0 9.0L3.0 9.0Z");
  expect(bandPath([], [], 2)).toBe("");
});

const data = {
  history: [4, 8, 6],
  fitted: [NaN, 5, 6],
  forecast: [7, 7.5],
  low: [2, 1],
  high: [12, 14],
};

test("everything lies inside the drawing, zero too, and a place leads back to its bucket", () => {
  const layout = chartLayout(data, 300, 180, String);
  for (const value of [0, ...data.history, ...data.low, ...data.high]) {
    expect(layout.y(value)).toBeGreaterThanOrEqual(layout.top);
    expect(layout.y(value)).toBeLessThanOrEqual(layout.bottom);
  }
  for (let i = 0; i < 5; i++) expect(layout.indexAt(layout.x(i))).toBe(i);
  expect(layout.x(4)).toBeLessThan(layout.right);
  expect([layout.indexAt(-50), layout.indexAt(900)]).toEqual([0, 4]);
});

test("labels of buckets do not touch", () => {
  expect(labelledBuckets(36, 290, 50)).toEqual([0, 12, 23, 35]);
  expect(labelledBuckets(3, 290, 50)).toEqual([0, 1, 2]);
  expect(labelledBuckets(36, 40, 50)).toEqual([0]);
});

describe("the chart", () => {
  const labels = ["Jan", "Feb", "Mar", "Apr", "May"];
  const show = () => {
    render(
      <FluentProvider theme={webLightTheme}>
        <ForecastChart data={data} labels={labels} title="part 7" />
      </FluentProvider>,
    );
    return {
      user: userEvent.setup(),
      chart: screen.getByRole("slider", { name: "Chart of part 7, bucket" }),
    };
  };
  const told = (chart: HTMLElement) => chart.getAttribute("aria-valuetext");

  test("begins at the first forecast, and arrows, Home and End read out every bucket", async () => {
    const { user, chart } = show();
    expect(told(chart)).toBe("Apr: forecast 7, 90% between 2 and 12");
    await user.tab();
    expect(document.activeElement).toBe(chart);
    await user.keyboard("{ArrowLeft}");
    expect(told(chart)).toBe("Mar: demand 6, fit 6");
    await user.keyboard("{Home}{ArrowLeft}");
    expect(told(chart)).toBe("Jan: demand 4");
    await user.keyboard("{End}{ArrowRight}");
    expect(told(chart)).toBe("May: forecast 7.5, 90% between 1 and 14");
    expect(chart.getAttribute("aria-valuenow")).toBe("4");
  });

  test("has a text in its place, and a legend", () => {
    const { chart } = show();
    const id = chart.getAttribute("aria-describedby") as string;
    expect(document.getElementById(id)?.textContent).toBe(
      "Demand from Jan to Mar between 4 and 8; forecast from Apr to May between 7 and 7.5. Arrow keys go from bucket to bucket.",
    );
    const legend = screen.getByRole("list", { name: "Lines of the chart" });
    expect(legend.textContent).toBe("DemandFitForecast90% interval");
  });
});

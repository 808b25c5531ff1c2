import { normalQuantile } from "../../../src/engine/math/normal";
import { studentQuantile } from "../../../src/engine/math/student-t";

// R 4.2.2: qt(probability, df)
test.each([
  [0.75, 1, 1],
  [0.975, 1, 12.7062047361747],
  [0.975, 4, 2.77644510519779],
  [0.995, 4, 4.60409487134999],
  [0.9995, 250, 3.32986720567313],
])("probability %d, %d degrees of freedom: %d", (probability, df, wanted) => {
  expect(studentQuantile(2 * probability - 1, df) / wanted).toBeCloseTo(1, 12);
});
test("many degrees of freedom are normal", () => {
  expect(studentQuantile(0.95, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
});

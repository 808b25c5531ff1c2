import { AnswerRhythm } from "../../../src/workbench/host/answer-rhythm";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function rhythm() {
  const sent: string[][] = [];
  const held = new AnswerRhythm<string>(
    (messages) => void sent.push([...messages]),
    () => Date.now(),
  );
  return { held, sent };
}

test("calls leave at once where no answer came just before", () => {
  const { held, sent } = rhythm();
  held.post(["a", "b"]);
  held.noteAnswers();
  jest.advanceTimersByTime(60);
  held.post(["c"]);
  expect(sent).toEqual([["a", "b"], ["c"]]);
});

test("calls that follow an answer leave together at the next look of Office.js, in their order", () => {
  const { held, sent } = rhythm();
  held.noteAnswers();
  jest.advanceTimersByTime(10);
  held.post(["a"]);
  jest.advanceTimersByTime(20);
  held.post(["b"]);
  jest.advanceTimersByTime(20);
  expect(sent).toEqual([]);
  jest.advanceTimersByTime(10);
  expect(sent).toEqual([["a", "b"]]);
});

test("what was held back for an add-in that is gone is not sent", () => {
  const { held, sent } = rhythm();
  held.noteAnswers();
  held.post(["a"]);
  held.drop();
  jest.advanceTimersByTime(1000);
  expect(sent).toEqual([]);
});

import { AnswerRhythm } from "../../../src/workbench/host/answer-rhythm";
import type { HostMessage } from "../../../src/workbench/host";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const call = (message: string): HostMessage => ({ category: 1, type: 1000, target: "", message });

function rhythm() {
  const sent: string[][] = [];
  const held = new AnswerRhythm(
    (messages) => void sent.push(messages.map(({ message }) => message)),
    () => Date.now(),
  );
  return { held, sent };
}

test("calls leave at once where no answer came just before", () => {
  const { held, sent } = rhythm();
  held.post([call("a"), call("b")]);
  held.noteAnswers();
  jest.advanceTimersByTime(60);
  held.post([call("c")]);
  expect(sent).toEqual([["a", "b"], ["c"]]);
});

test("calls that follow an answer leave together at the next look of Office.js, in their order", () => {
  const { held, sent } = rhythm();
  held.noteAnswers();
  jest.advanceTimersByTime(10);
  held.post([call("a")]);
  jest.advanceTimersByTime(20);
  held.post([call("b")]);
  jest.advanceTimersByTime(20);
  expect(sent).toEqual([]);
  jest.advanceTimersByTime(10);
  expect(sent).toEqual([["a", "b"]]);
});

test("what was held back for an add-in that is gone is not sent", () => {
  const { held, sent } = rhythm();
  held.noteAnswers();
  held.post([call("a")]);
  held.drop();
  jest.advanceTimersByTime(1000);
  expect(sent).toEqual([]);
});

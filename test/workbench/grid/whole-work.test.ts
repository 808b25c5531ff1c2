import type { Steps } from "../../../src/workbench/host";
import { WholeWork } from "../../../src/workbench/grid/whole-work";

/** A clock that each step moves on, and rests that end when the test says so. */
function stage() {
  const events: string[] = [];
  const rests: (() => void)[] = [];
  let time = 0;
  const work = new WholeWork({
    now: () => time,
    rest: () => new Promise((resolve) => rests.push(resolve)),
    onRest: () => {
      events.push("rests");
      return () => events.push("awake");
    },
  });
  function* steps(count: number, milliseconds: number): Steps<string> {
    for (let step = 1; step <= count; step++) {
      time += milliseconds;
      events.push(`step ${step}`);
      yield;
    }
    return "answer";
  }
  const run = (count: number, milliseconds: number) =>
    work.run(steps(count, milliseconds), () => events.push("end"));
  /** Ends the present rest. */
  const goOn = async () => {
    rests.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { work, events, run, goOn };
}

test("short work is done at once, without a rest", async () => {
  const { events, run } = stage();
  const answer = run(3, 1);
  expect(events).toEqual(["step 1", "step 2", "step 3", "end"]);
  expect(await answer).toBe("answer");
});

test("longer work rests as soon as a slice is used up, and is asked to stop for nobody else's sake", async () => {
  const { events, run, goOn } = stage();
  const answer = run(3, 100);
  expect(events).toEqual(["step 1", "rests"]);
  await goOn();
  expect(events).toEqual(["step 1", "rests", "step 2"]);
  await goOn();
  await goOn();
  expect(events).toEqual(["step 1", "rests", "step 2", "step 3", "end", "awake"]);
  expect(await answer).toBe("answer");
});

test("whoever wants to change something has all of it done first", async () => {
  const { work, events, run, goOn } = stage();
  const answer = run(4, 100);
  work.finish();
  events.push("edit");
  expect(events).toEqual(["step 1", "rests", "step 2", "step 3", "step 4", "end", "awake", "edit"]);
  await goOn();
  expect(await answer).toBe("answer");
  work.finish();
  expect(events.at(-1)).toBe("edit");
});

test("what the work itself changes does not have it finished", async () => {
  const { work, goOn } = stage();
  const done: number[] = [];
  function* steps(): Steps<void> {
    for (let step = 0; step < 3; step++) {
      work.finish();
      done.push(step);
      yield;
    }
  }
  await Promise.all([work.run(steps(), () => done.push(-1)), goOn()]);
  expect(done).toEqual([0, 1, 2, -1]);
});

test("a failure ends the work and reaches who asked for it", async () => {
  const { work, events } = stage();
  function* failing(): Steps<void> {
    throw new Error("refused");
  }
  await expect(work.run(failing(), () => events.push("end"))).rejects.toThrow("refused");
  expect(events).toEqual(["end"]);
});

test("abandoned work does nothing more", async () => {
  const { work, events, run, goOn } = stage();
  void run(3, 100);
  work.abandon();
  await goOn();
  work.finish();
  expect(events).toEqual(["step 1", "rests"]);
});

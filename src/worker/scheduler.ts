import type { Job, Portion } from "./job";
import { localPort } from "./local-port";
import type { Reply } from "./requests";
import type { StartWorker, WorkerPort } from "./worker-port";

export interface SchedulerOptions {
  readonly start: StartWorker;
  /** Most workers at a time. */
  readonly size: number;
  /**
   * The calling thread works too, being one of the workers: it has done a little before another thread has started. Others are started
   * only where there is still work after this many milliseconds.
   */
  readonly aloneFor?: number;
  /** Workers could not be started: from now on the calling thread does the work. */
  readonly onFallback?: (reason: string) => void;
  /** Milliseconds a worker may take to start, and to finish what nobody waits for any more. */
  readonly startLimit?: number;
  readonly grace?: number;
}

interface Slot {
  readonly port: WorkerPort;
  state: "starting" | "idle" | "busy" | "ended";
  job?: Job;
  portion?: Portion;
  late?: ReturnType<typeof setTimeout>;
}

/** So many workers in a row that do not start mean that none will. */
const patience = 3;

/**
 * Gives portions of jobs to workers. Jobs take turns, so that a small one waits for one portion of a large one, not for all of it.
 * A worker is started when there is work for it, replaced when it ends of itself, and ended when what it does was cancelled.
 */
export class Scheduler {
  private readonly slots = new Set<Slot>();
  private readonly jobs: Job[] = [];
  private start: StartWorker;
  private size: number;
  private failedStarts = 0;
  private closed = false;
  private workingSince = 0;

  constructor(private readonly options: SchedulerOptions) {
    this.start = options.start;
    this.size = Math.max(1, options.size);
  }

  add(job: Job): void {
    if (this.closed) throw new Error("the pool is closed");
    if (this.jobs.length === 0) this.workingSince = performance.now();
    if (!this.jobs.includes(job)) this.jobs.push(job);
    this.pump();
  }

  /** Sends no more of a job. A worker still at it is given a moment to finish and then ended. */
  drop(job: Job): void {
    const at = this.jobs.indexOf(job);
    if (at >= 0) this.jobs.splice(at, 1);
    for (const slot of this.slots) if (slot.job === job) this.desert(slot);
  }

  /** Starts one worker ahead of the first work. */
  warm(): void {
    if (this.slots.size === 0 && !this.closed) this.open();
  }

  close(): void {
    this.closed = true;
    this.jobs.length = 0;
    for (const slot of this.slots) this.lose(slot, { failed: "the pool was closed" });
  }

  private pump(): void {
    if (this.closed) return;
    for (const slot of this.slots) if (slot.state === "idle") this.feed(slot);
    if (this.slots.size >= this.size || !this.needsMore()) return;
    const wanted = this.jobs.reduce((sum, job) => sum + job.open, 0);
    let starting = [...this.slots].filter(({ state }) => state === "starting").length;
    while (this.slots.size < this.size && starting < wanted) {
      this.open();
      starting++;
    }
  }

  private needsMore(): boolean {
    const { aloneFor } = this.options;
    if (aloneFor === undefined) return true;
    if (this.slots.size === 0) this.open(localPort);
    return performance.now() - this.workingSince >= aloneFor;
  }

  private feed(slot: Slot): void {
    for (let tries = this.jobs.length; tries > 0; tries--) {
      const job = this.jobs.shift() as Job;
      const portion = job.next(slot.port.portion, this.size);
      if (portion === undefined) continue;
      this.jobs.push(job);
      Object.assign(slot, { state: "busy", job, portion, late: this.watch(slot, portion) });
      try {
        slot.port.send(portion.request);
        return;
      } catch (thrown) {
        // Something in the request cannot be sent to another thread.
        this.settle(slot, { failed: reasonOf(thrown) });
      }
    }
  }

  /** Solvers have been seen to hang: then only another worker helps. */
  private watch(slot: Slot, portion: Portion): Slot["late"] {
    const { givenUpAfter } = portion;
    if (givenUpAfter === undefined) return undefined;
    return setTimeout(() => {
      if (slot.portion === portion) this.replace(slot, { late: givenUpAfter });
    }, 1000 * givenUpAfter);
  }

  private open(start = this.start): void {
    let slot: Slot | undefined;
    try {
      const port = start({
        onNews: (news) => slot?.portion?.news?.(news),
        onReply: (reply) => slot !== undefined && this.receive(slot, reply),
        onEnded: (reason) =>
          slot !== undefined && this.replace(slot, { failed: `a worker ended: ${reason}` }),
      });
      const opened: Slot = (slot = { port, state: "starting" });
      this.slots.add(opened);
      const late = setTimeout(() => this.cannotStart(opened, "it did not start in time"), this.startLimit);
      port.ready.then(
        () => {
          clearTimeout(late);
          if (opened.state !== "starting") return;
          this.failedStarts = 0;
          opened.state = "idle";
          this.pump();
        },
        (thrown) => {
          clearTimeout(late);
          this.cannotStart(opened, reasonOf(thrown));
        },
      );
    } catch (thrown) {
      const reason = reasonOf(thrown);
      queueMicrotask(() => this.fallBack(reason));
    }
  }

  private get startLimit(): number {
    return this.options.startLimit ?? 20_000;
  }

  private receive(slot: Slot, reply: Reply): void {
    if (slot.state !== "busy") return;
    this.settle(slot, reply);
    this.pump();
  }

  private settle(slot: Slot, reply: Reply): void {
    const { portion, late } = slot;
    clearTimeout(late);
    Object.assign(slot, { state: "idle", job: undefined, portion: undefined });
    portion?.done(reply);
  }

  private replace(slot: Slot, reply: Reply): void {
    if (slot.state === "ended") return;
    this.lose(slot, reply);
    this.pump();
  }

  private lose(slot: Slot, reply: Reply): void {
    const { portion, late } = slot;
    clearTimeout(late);
    Object.assign(slot, { state: "ended", job: undefined, portion: undefined });
    this.slots.delete(slot);
    slot.port.end();
    portion?.done(reply);
  }

  private desert(slot: Slot): void {
    const unwanted: Portion = { request: (slot.portion as Portion).request, done: () => undefined };
    Object.assign(slot, { job: undefined, portion: unwanted });
    const over = setTimeout(() => {
      if (slot.portion === unwanted) this.replace(slot, { failed: "what it did was cancelled" });
    }, this.options.grace ?? 200);
    (over as { unref?: () => void }).unref?.();
  }

  private cannotStart(slot: Slot, reason: string): void {
    if (slot.state !== "starting") return;
    this.lose(slot, { failed: reason });
    this.failedStarts++;
    const others = [...this.slots].some(({ state }) => state !== "starting");
    if (!others || this.failedStarts >= patience) this.fallBack(reason);
    else this.pump();
  }

  private fallBack(reason: string): void {
    if (this.closed || this.start === localPort) return;
    this.start = localPort;
    this.size = 1;
    for (const slot of this.slots) if (slot.state === "starting") this.lose(slot, { failed: reason });
    this.options.onFallback?.(reason);
    this.pump();
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

import { describe, expect, it } from "vitest";
import { settle } from "@/tests/support/watch/fake-browser";
import { leadByLock } from "./leadership";

type Request = { hold: () => Promise<void> | undefined; fail: (reason: Error) => void; done: () => void };

/** One lock as browsers give it: in turn, or taken from its holder. */
function fakeLocks(): LockManager {
  let holder: Request | undefined;
  const queue: Request[] = [];
  const next = () => {
    holder = queue.shift();
    const mine = holder;
    if (!mine) return;
    void Promise.resolve(mine.hold()).then(() => {
      mine.done();
      if (holder === mine) next();
    });
  };
  const free = () => {
    if (!holder) next();
  };
  const request = (_name: string, how: LockOptions, hold: Request["hold"]) =>
    new Promise<void>((done, fail) => {
      const mine = { hold, fail, done };
      if (how.steal) {
        holder?.fail(new Error("stolen"));
        holder = undefined;
        queue.unshift(mine);
        queueMicrotask(free);
        return;
      }
      how.signal?.addEventListener("abort", () => {
        if (queue.includes(mine)) queue.splice(queue.indexOf(mine), 1);
        fail(new Error("aborted"));
      });
      queue.push(mine);
      queueMicrotask(free);
    });
  return { request, query: async () => ({}) } as unknown as LockManager;
}

function tab(locks: LockManager | undefined) {
  const state = { leads: false };
  const won = () => {
    state.leads = true;
  };
  const lost = () => {
    state.leads = false;
  };
  return Object.assign(state, leadByLock(locks)({ won, lost }));
}

describe("the leading tab", () => {
  it("is the first, and the next one when that is left", async () => {
    const locks = fakeLocks();
    const [a, b] = [tab(locks), tab(locks)];
    await settle();
    expect([a.leads, b.leads]).toEqual([true, false]);
    a.leave();
    await settle();
    expect(b.leads).toBe(true);
  });

  it("is the one that takes over, and gives back when it is left", async () => {
    const locks = fakeLocks();
    const [a, b] = [tab(locks), tab(locks)];
    await settle();
    b.takeOver();
    await settle();
    expect([a.leads, b.leads]).toEqual([false, true]);
    b.leave();
    await settle();
    expect(a.leads).toBe(true);
  });

  it("can change hands again and again", async () => {
    const locks = fakeLocks();
    const [a, b] = [tab(locks), tab(locks)];
    for (const one of [b, a, b, a]) {
      one.takeOver();
      await settle();
      expect([a.leads, b.leads]).toEqual([one === a, one === b]);
    }
  });

  it("is every tab where the browser has no locks", async () => {
    const [a, b] = [tab(undefined), tab(undefined)];
    await settle();
    expect([a.leads, b.leads]).toEqual([true, true]);
  });
});

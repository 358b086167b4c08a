import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FollowerAction, followerAction } from "./follower";

const FPS = 24;
const at = (frames: number, rest: Partial<Parameters<typeof followerAction>[0]> = {}): FollowerAction =>
  followerAction({ leaderTime: 2, followerTime: 2 + frames / FPS, fps: FPS, speed: 1, rate: 1, ...rest });

describe("what a follower does", () => {
  it.each<[string, FollowerAction, FollowerAction]>([
    ["nothing at the same place", at(0), { kind: "none" }],
    ["nothing a fifth of a frame away", at(0.2), { kind: "none" }],
    ["slows down a frame ahead", at(1), { kind: "rate", rate: 0.95 }],
    ["speeds up a frame behind", at(-1), { kind: "rate", rate: 1.05 }],
    ["goes gently half a frame behind", at(-0.5), { kind: "rate", rate: 1.04 }],
    ["keeps a speed that is right already", at(-1, { rate: 1.05 }), { kind: "none" }],
    ["comes back to the group's speed", at(0, { rate: 1.05 }), { kind: "rate", rate: 1 }],
    ["nudges around the group's speed", at(-1, { speed: 0.5, rate: 0.5 }), { kind: "rate", rate: 0.525 }],
    ["still nudges three frames away", at(2.9), { kind: "rate", rate: 0.95 }],
    ["seeks more than three frames ahead", at(3.1), { kind: "seek", to: 2 }],
    ["seeks more than three frames behind", at(-40), { kind: "seek", to: 2 }],
    ["takes the short way round a loop", at(46, { loopSeconds: 2 }), { kind: "rate", rate: 1.05 }],
  ])("%s", (_what, action, expected) => {
    expect(action.kind === "rate" ? { ...action, rate: Number(action.rate.toFixed(3)) } : action).toEqual(expected);
  });

  it("never leaves 5 % around the group's speed", () => {
    const time = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(time, time, fc.constantFrom(0.25, 0.5, 1, 2), (leaderTime, followerTime, speed) => {
        const action = followerAction({ leaderTime, followerTime, fps: FPS, speed, rate: speed });
        if (action.kind === "rate") expect(Math.abs(action.rate / speed - 1)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });
});

/** A minute of a follower whose clock runs wrong by `drift`, is read wrong by up to `jitter` seconds, and is looked at 60 times a second. */
function play(options: { drift: number; jitter: readonly number[]; startFrames: number; speed: number }) {
  const tick = 1 / 60;
  let [leader, follower, rate] = [0, options.startFrames / FPS, options.speed];
  let largest = 0;
  for (let step = 0; step < 3600; step++) {
    leader += tick * options.speed;
    follower += tick * rate * (1 + options.drift);
    const read = follower + (options.jitter[step % options.jitter.length] ?? 0);
    const action = followerAction({ leaderTime: leader, followerTime: read, fps: FPS, speed: options.speed, rate });
    if (action.kind === "rate") rate = action.rate;
    if (action.kind === "seek") follower = action.to;
    if (step > 180) largest = Math.max(largest, Math.abs(follower - leader) * FPS);
  }
  return largest;
}

describe("a minute of play", () => {
  it("stays within one frame in spite of drift and jitter", () => {
    const jitter = fc.array(fc.double({ min: -0.006, max: 0.006, noNaN: true }), { minLength: 7, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        jitter,
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.constantFrom(0.5, 1, 2),
        (drift, noise, startFrames, speed) => {
          expect(play({ drift, jitter: noise, startFrames, speed })).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import { createStore } from "zustand/vanilla";
import { eachShownFrame } from "@/components/ui/shown-frames";
import { type Rest, type Span, type Timeline, takeTime, timelineOf } from "@/lib/compare/timeline";
import { frameAt, timeOfFrame } from "@/lib/media/frames";
import { isLoaded, isReady, keepUp, type Member, moveTo } from "./member";

export type ClockSettings = {
  /** Frames, by id. */
  offsets: ReadonlyMap<string, number>;
  span: Span;
  rest: Rest;
  loop: boolean;
  /** Whose sound is heard: it leads where it lasts to the end. */
  soundOf: string | undefined;
};
export type ClockState = {
  playing: boolean;
  speed: number;
  frame: number;
  frames: number;
  fps: number;
  /** The ids that the group waits for. */
  holding: readonly string[];
};

/** A wait that is shorter is not worth a word: every jump has one. */
const SILENT_HOLD_MS = 400;
/** Nothing that is loaded takes so long to be decoded. */
const STUCK_MS = 1_000;

/**
 * Plays several videos as one. One leads at the group's speed, the others are kept with it; whoever has no data holds all of
 * them. Knows no React: a store tells what there is to show.
 */
export function createGroupClock() {
  const store = createStore<ClockState>(() => ({
    playing: false,
    speed: 1,
    frame: 0,
    frames: 1,
    fps: 24,
    holding: [],
  }));
  let members: Member[] = [];
  let settings: ClockSettings = { offsets: new Map(), span: "longest", rest: "hold", loop: true, soundOf: undefined };
  let line: Timeline | undefined;
  /** Seconds of the group. */
  let seconds = 0;
  /** Whether the elements themselves play: not while one holds the group. */
  let running = false;
  let heldSince: number | undefined;
  let helpedAt = 0;
  let frameRequest = 0;
  let stopWatching = () => {};
  /** The leader has shown a frame since the others were last looked at. */
  let isNewFrame = true;

  const timeOf = (member: Member, place: number) => takeTime(seconds, line?.starts[place] ?? 0, member, settings.rest);

  function show(change: Partial<ClockState>) {
    const now = store.getState();
    const next = { ...now, ...change, frame: line ? Math.min(frameAt(seconds, line.fps), line.frames - 1) : 0 };
    if (Object.keys(next).some((key) => next[key as keyof ClockState] !== now[key as keyof ClockState]))
      store.setState(next);
  }

  /** Every element to the group's time. */
  function align() {
    for (const [place, member] of members.entries()) moveTo(member, timeOf(member, place).seconds);
  }

  function freeze() {
    running = false;
    for (const { element } of members) element.pause();
  }

  /** Lets all go at once; who stands elsewhere than the others first goes there, and holds the group once more. */
  function release() {
    align();
    if (members.some(({ element }) => element.seeking)) return;
    running = true;
    isNewFrame = true;
    for (const [place, member] of members.entries()) {
      if (timeOf(member, place).resting) continue;
      member.element.playbackRate = store.getState().speed;
      member.element.play().catch((error: DOMException) => {
        // A pause that comes before the play began is no refusal.
        if (error.name !== "AbortError" && members.includes(member)) pause();
      });
    }
  }

  function follow(member: Member, place: number) {
    const target = timeOf(member, place);
    if (!target.resting) keepUp(member, target.seconds, store.getState().speed, settings.rest === "loop");
  }

  function atEnd() {
    freeze();
    const { loop } = settings;
    if (line) seconds = timeOfFrame(loop ? 0 : line.frames - 1, line.fps);
    align();
    show({ playing: loop });
  }

  function steer(leader: Member, start: number) {
    seconds = Math.max(0, leader.element.currentTime - start);
    const half = 0.5 / (line?.fps ?? 1);
    if (leader.element.ended || seconds >= (line?.seconds ?? 0) - half) return atEnd();
    if (isNewFrame) {
      for (const [place, member] of members.entries()) if (member !== leader) follow(member, place);
      isNewFrame = !("requestVideoFrameCallback" in leader.element);
    }
    show({});
  }

  function tick() {
    const leader = line && members[line.leader];
    if (!store.getState().playing || !line || !leader) return;
    const holding = members.filter((member, place) => !isReady(member, timeOf(member, place).resting));
    if (holding.length > 0) {
      if (running) {
        seconds = Math.max(0, leader.element.currentTime - (line.starts[line.leader] ?? 0));
        freeze();
      }
      heldSince ??= performance.now();
      if (performance.now() - heldSince > SILENT_HOLD_MS) tellHolding(holding.map(({ id }) => id));
      helpOn(holding, heldSince);
    } else {
      heldSince = undefined;
      tellHolding([]);
      if (running) steer(leader, line.starts[line.leader] ?? 0);
      else release();
    }
    frameRequest = requestAnimationFrame(tick);
  }

  /**
   * Chromium on a busy machine may stop decoding a video that is paused just when it has run dry, and then never goes on, not by
   * playing it either: only a jump wakes it, be it to where it stands.
   */
  function helpOn(holding: readonly Member[], since: number) {
    const now = performance.now();
    if (now - Math.max(since, helpedAt) < STUCK_MS) return;
    helpedAt = now;
    for (const { element } of holding.filter(isLoaded)) {
      const { currentTime } = element;
      element.currentTime = currentTime;
    }
  }

  function tellHolding(ids: readonly string[]) {
    if (ids.join() !== store.getState().holding.join()) show({ holding: ids });
  }

  function pause() {
    freeze();
    cancelAnimationFrame(frameRequest);
    heldSince = undefined;
    if (line) seconds = Math.min(timeOfFrame(frameAt(seconds, line.fps), line.fps), line.seconds);
    align();
    show({ playing: false, holding: [] });
  }

  function play() {
    if (!line || store.getState().playing) return;
    if (seconds >= line.seconds - 1 / line.fps) seconds = timeOfFrame(0, line.fps);
    show({ playing: true });
    tick();
  }

  function seek(frame: number) {
    if (!line) return;
    if (running) freeze();
    seconds = timeOfFrame(Math.min(Math.max(frame, 0), line.frames - 1), line.fps);
    align();
    show({});
  }

  /** Puts the time line together anew after anything about it changed; the group stays where it is. */
  function arrange() {
    if (running) freeze();
    const tracks = members.map(({ id, seconds: length, fps }) => ({
      seconds: length,
      fps,
      offset: settings.offsets.get(id) ?? 0,
    }));
    const preferred = members.findIndex(({ id }) => id === settings.soundOf);
    line = timelineOf(tracks, settings.span, preferred < 0 ? undefined : preferred);
    stopWatching();
    if (!line) return show({ playing: false, frames: 1, holding: [] });
    for (const [place, { element }] of members.entries())
      element.loop = settings.rest === "loop" && place !== line.leader;
    const leader = members[line.leader];
    if (leader) stopWatching = eachShownFrame(leader.element, () => (isNewFrame = true));
    seconds = timeOfFrame(Math.min(frameAt(seconds, line.fps), line.frames - 1), line.fps);
    align();
    show({ frames: line.frames, fps: line.fps });
  }

  return {
    store,
    play,
    pause,
    toggle: () => (store.getState().playing ? pause() : play()),
    seek,
    step(frames: number) {
      if (store.getState().playing) pause();
      seek(store.getState().frame + frames);
    },
    setSpeed(speed: number) {
      show({ speed });
      for (const { element } of members) element.playbackRate = speed;
    },
    configure(next: ClockSettings) {
      settings = next;
      arrange();
    },
    /** Takes a video into the group; the answer takes it out. */
    join(member: Member): () => void {
      members = [...members, member];
      arrange();
      return () => {
        member.element.pause();
        members = members.filter((other) => other !== member);
        arrange();
      };
    },
    close() {
      pause();
      stopWatching();
    },
  };
}
export type GroupClock = ReturnType<typeof createGroupClock>;

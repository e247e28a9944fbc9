/**
 * The playhead. GSAP moves one number, the play time; pacing makes event time of it, and listeners are told.
 * Nothing on the map is ever tweened: what is shown at `t` follows from `t` alone. A playhead at rest is put elsewhere
 * without GSAP, which would ask for frames until it had found that nothing moves; it is told when it is to move on from there.
 */
import { gsap } from "gsap/gsap-core";
import { show } from "../core/parse/faults.ts";
import { realTimePacing, type Pacing } from "../core/pacing.ts";
import { checkNumber, checkOneOf } from "./checkArgument.ts";
import { createEmitter } from "./emitter.ts";
import {
  MAX_RATE,
  MIN_RATE,
  PACING_MODES,
  type PacingMode,
  type Player,
  type PlayerEvents,
  type PlayerOptions,
  type PlayerState,
} from "./playerTypes.ts";
import { stepFrames } from "../core/timeline.ts";
import { DIRECTIONS, nextStop, STEP_KINDS, stepSeconds, type Direction, type StepKind } from "./stops.ts";

/** A player at rest: nothing moves before `play` or `step`. */
export function createPlayer(options: PlayerOptions): Player {
  // GSAP asks for frames for two seconds after it last had work; then a seek in a still page waits for the next of them
  // instead of being painted at once. Two frames are enough.
  gsap.config({ autoSleep: 2 });
  checkNumber("rate", options.rate ?? 1, [MIN_RATE, MAX_RATE]);
  const { segments, moments, pacing: condensed } = options.model;
  const { start, end } = options.model.scenario;
  const fps = options.fps ?? 25;
  const visibility = options.visibility === undefined ? (globalThis.document ?? null) : options.visibility;
  const pacings: Record<PacingMode, Pacing> = { condensed, real: realTimePacing(start, end) };
  const stops = {
    segment: segments.map((segment) => segment.start),
    moment: moments.map((moment) => moment.eventTime).sort((a, b) => a - b),
  };
  const emitter = createEmitter<PlayerEvents>(["time", "state", "step"]);
  const clamp = (t: number) => Math.min(end, Math.max(start, t));

  let state: PlayerState = {
    playing: false,
    stepping: false,
    ended: false,
    rate: options.rate ?? 1,
    pacingMode: options.pacingMode ?? "condensed",
    loop: "off",
    presenter: false,
  };
  let reducedMotion = options.reducedMotion ?? false;
  let t = clamp(options.t ?? start);
  let timeline = createTimeline();
  let eased: { tween: ReturnType<typeof gsap.to>; arrive: () => void } | null = null;

  function pacing() {
    return pacings[state.pacingMode];
  }

  function isMoving() {
    return state.playing || eased !== null;
  }

  function playTimeNow() {
    return isMoving() ? timeline.time() : pacing().toPlayTime(t);
  }

  /** A paused timeline with a label per segment; its time is the play time. */
  function createTimeline() {
    const p = pacing();
    const made = gsap.timeline({ paused: true, onUpdate: advanced, onComplete: completed });
    made.to({ playTime: 0 }, { playTime: p.duration, duration: p.duration, ease: "none" }, 0);
    for (const segment of segments) made.addLabel(segment.id, p.toPlayTime(segment.start));
    made.timeScale(state.rate).time(p.toPlayTime(t), true);
    return made;
  }

  /** GSAP moved the playhead. The timeline's own time is read, not the tweened number, which GSAP rounds. */
  function advanced() {
    const now = clamp(pacing().toEventTime(timeline.time()));
    if (eased || !state.playing) return publish(now);
    const stop = state.presenter ? stops.moment.find((moment) => moment > t && moment <= now) : undefined;
    if (stop !== undefined) {
      halt();
      return place(stop);
    }
    const range = loopRange(t);
    if (range && now >= range[1]) return wrap(range);
    publish(now);
  }

  function completed() {
    if (eased || !state.playing) return;
    const range = loopRange(t);
    if (range && range[1] >= end) return wrap(range);
    halt();
    place(end);
  }

  function wrap([from]: readonly [number, number]) {
    place(from);
    timeline.play();
  }

  function loopRange(at: number): readonly [number, number] | null {
    if (state.loop === "off") return null;
    if (state.loop !== "segment") return state.loop;
    const segment = segments.findLast((segment) => segment.start <= at) ?? segments[0];
    return segment ? [segment.start, segment.end] : null;
  }

  function publish(now: number) {
    t = now;
    emitter.emit("time", { t, playTime: playTimeNow() });
    if (state.ended !== t >= end) setState({ ended: t >= end });
  }

  /** Puts the playhead on exactly this event time. */
  function place(now: number) {
    if (isMoving()) timeline.time(pacing().toPlayTime(now), true);
    publish(now);
  }

  /** GSAP goes on from where the playhead was put. */
  function takeUp() {
    if (!isMoving()) timeline.time(pacing().toPlayTime(t), true);
  }

  function setState(change: Partial<PlayerState>) {
    state = { ...state, ...change };
    emitter.emit("state", state);
  }

  function halt() {
    timeline.pause();
    if (state.playing) setState({ playing: false });
  }

  function dropStep() {
    eased?.tween.kill();
    eased = null;
    if (state.stepping) setState({ stepping: false });
  }

  function ease(kind: StepKind, direction: Direction, target: number) {
    takeUp();
    const to = pacing().toPlayTime(target);
    const duration = stepSeconds(to - timeline.time());
    const tween = timeline.tweenTo(to, { duration, ease: "power2.inOut", onComplete: arrive });
    eased = { tween, arrive };
    setState({ stepping: true });
    function arrive() {
      tween.kill();
      eased = null;
      timeline.pause();
      arriveAt(kind, direction, target);
    }
  }

  function arriveAt(kind: StepKind, direction: Direction, target: number) {
    place(target);
    setState({ stepping: false });
    emitter.emit("step", { kind, direction, t: target });
  }

  function onVisibility() {
    if (visibility?.hidden) player.pause();
  }
  visibility?.addEventListener("visibilitychange", onVisibility);

  const player: Player = {
    get t() {
      return t;
    },
    get playTime() {
      return playTimeNow();
    },
    get duration() {
      return pacing().duration;
    },
    get pacing() {
      return pacing();
    },
    get state() {
      return state;
    },
    play() {
      dropStep();
      const range = typeof state.loop === "string" ? null : state.loop;
      if (range && (t < range[0] || t >= range[1])) place(range[0]);
      else if (t >= end) place(loopRange(t)?.[0] ?? start);
      takeUp();
      if (!state.playing) setState({ playing: true });
      timeline.play();
    },
    pause() {
      dropStep();
      halt();
    },
    toggle() {
      if (state.playing) player.pause();
      else player.play();
    },
    seek(target) {
      checkTime("seek", target);
      dropStep();
      place(clamp(target));
      // GSAP, put on its end, would not say that it came there.
      if (t >= end) completed();
      else if (state.playing) timeline.play();
    },
    seekPlayTime(playTime) {
      player.seek(pacing().toEventTime(playTime));
    },
    step(kind, direction) {
      checkOneOf("step", kind, STEP_KINDS);
      checkOneOf(`step ${kind}`, direction, DIRECTIONS);
      const wasPlaying = state.playing;
      // A second press while a step is under way goes on from where the first one leads, which so has been reached.
      eased?.arrive();
      halt();
      if (kind === "frame") {
        place(clamp(pacing().toEventTime(stepFrames(playTimeNow(), direction, fps, pacing().duration))));
        return emitter.emit("step", { kind, direction, t });
      }
      const grace = wasPlaying ? Math.max(0, t - pacing().toEventTime(playTimeNow() - state.rate)) : 0;
      const target = nextStop(stops[kind], [start, end], t, direction, grace);
      if (!reducedMotion && target !== t) return ease(kind, direction, target);
      // For an instant under way, as an eased one is: who keeps what was shown before the step is told in time.
      setState({ stepping: true });
      arriveAt(kind, direction, target);
    },
    nudge(seconds) {
      checkTime("nudge", seconds);
      player.seek(t + seconds);
    },
    setRate(rate) {
      checkNumber("rate", rate, [MIN_RATE, MAX_RATE]);
      timeline.timeScale(rate);
      setState({ rate });
    },
    setPacing(mode) {
      checkOneOf("pacing", mode, PACING_MODES);
      if (mode === state.pacingMode) return;
      dropStep();
      timeline.kill();
      setState({ pacingMode: mode });
      timeline = createTimeline();
      publish(t);
      if (state.playing) timeline.play();
    },
    setLoop(loop) {
      if (!Array.isArray(loop)) checkOneOf("loop", loop, ["off", "segment"]);
      else if (!(loop[0] >= start && loop[1] <= end && loop[0] < loop[1])) {
        throw new RangeError(`loop: ${loop[0]} s to ${loop[1]} s; a range inside ${start} s to ${end} s is needed`);
      }
      setState({ loop });
    },
    setPresenter: (presenter) => setState({ presenter }),
    setReducedMotion(on) {
      reducedMotion = on;
    },
    on: (name, listener) => emitter.on(name, listener),
    destroy() {
      visibility?.removeEventListener("visibilitychange", onVisibility);
      eased?.tween.kill();
      timeline.kill();
      emitter.clear();
    },
  };
  return player;
}

function checkTime(where: string, seconds: unknown): void {
  if (Number.isFinite(seconds)) return;
  const message = `${where}: ${show(seconds)} is not a time; give seconds since the epoch`;
  throw typeof seconds === "number" ? new RangeError(message) : new TypeError(message);
}

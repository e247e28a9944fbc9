/** Faults that single values do not show: order, tiling, spans. Takes a draft, so that all faults come out in one go. */
import type { Scenario } from "../scenario.ts";
import { checkCarriers } from "./checkCarriers.ts";
import type { FaultList } from "./faults.ts";
import type { Draft } from "./readContext.ts";

type ScenarioDraft = NonNullable<Draft<Scenario>>;

export function checkScenario(draft: ScenarioDraft, faults: FaultList): void {
  checkSpan(draft, "", "the scenario", faults);
  checkTracks(draft, faults);
  checkCarriers(draft, faults);
  checkSegments(draft, faults);
  checkPacing(draft, faults);
  checkTimesInside(draft, faults);
  checkClaims(draft, faults);
}

function checkClaims(draft: ScenarioDraft, faults: FaultList): void {
  for (const [i, claim] of (draft.claims ?? []).entries()) {
    const { min, max } = claim?.used ?? {};
    if (min !== undefined && max !== undefined && min > max) {
      faults.add(`${min} is more than max, ${max}`, {
        path: `claims[${i}].used.min`,
        found: String(min),
        allowed: `at most ${max}`,
      });
    }
    if (claim?.drawnAt && !DRAWN.has(claim.check?.type)) {
      faults.add("the map draws distances alone, and this claim's check measures none", {
        path: `claims[${i}].drawnAt`,
        found: claim.check?.type ? `a check of "${claim.check.type}"` : "no check",
        allowed: 'with a check of "distanceToBoundary" or "distanceBetweenActors"',
        hint: "leave drawnAt out, or say how to measure it",
      });
    }
  }
}

const DRAWN: ReadonlySet<string | undefined> = new Set(["distanceToBoundary", "distanceBetweenActors"]);

function checkTracks(draft: ScenarioDraft, faults: FaultList): void {
  const trackOf = new Map<string, number>();
  for (const [i, track] of (draft.tracks ?? []).entries()) {
    if (track?.actorId !== undefined) {
      const first = trackOf.get(track.actorId);
      if (first === undefined) trackOf.set(track.actorId, i);
      else {
        faults.add(`actor "${track.actorId}" has tracks[${first}] already`, {
          path: `tracks[${i}].actorId`,
          found: `"${track.actorId}"`,
          allowed: "one track for each actor",
          hint: "put all waypoints in one track, with a gap where nobody saw the actor",
        });
      }
    }
    let last: { index: number; time: number } | null = null;
    for (const [j, waypoint] of (track?.waypoints ?? []).entries()) {
      const time = waypoint?.eventTime;
      if (time === undefined) continue;
      if (last !== null && time <= last.time) {
        const relation = time < last.time ? "before" : "the same time as";
        faults.add(`${time} s is ${relation} waypoint ${last.index}${time < last.time ? ` at ${last.time} s` : ""}`, {
          path: `tracks[${i}].waypoints[${j}].eventTime`,
          found: `${time} s`,
          allowed: `more than ${last.time} s`,
        });
      } else last = { index: j, time };
    }
  }
}

function checkSegments(draft: ScenarioDraft, faults: FaultList): void {
  let edge = draft.start;
  let before = "the scenario's start,";
  for (const [i, segment] of (draft.segments ?? []).entries()) {
    checkSpan(segment, `segments[${i}].`, "the segment", faults);
    const start = segment?.start;
    if (start !== undefined && edge !== undefined && start !== edge) {
      const size = secondsOf(Math.abs(start - edge));
      const what = start > edge ? `leaves a hole of ${size} after` : `is ${size} before`;
      faults.add(`${start} s ${what} ${before} ${edge} s`, {
        path: `segments[${i}].start`,
        found: `${start} s`,
        allowed: `${edge} s`,
        hint: "segments follow one another without hole or overlap",
      });
    }
    edge = segment?.end;
    before = segment?.id === undefined ? `the end of segments[${i}],` : `the end of "${segment.id}",`;
  }
  if (draft.segments !== undefined && edge !== undefined && draft.end !== undefined && edge !== draft.end) {
    faults.add(`${edge} s is not the scenario's end, ${draft.end} s`, {
      path: `segments[${draft.segments.length - 1}].end`,
      found: `${edge} s`,
      allowed: `${draft.end} s`,
      hint: "the last segment ends with the scenario",
    });
  }
}

function checkPacing(draft: ScenarioDraft, faults: FaultList): void {
  const knots = draft.pacing;
  if (knots === undefined) return;
  for (const key of ["eventTime", "playTime"] as const) {
    for (let i = 1; i < knots.length; i++) {
      const last = knots[i - 1]?.[key];
      const next = knots[i]?.[key];
      if (last === undefined || next === undefined || next > last) continue;
      faults.add(`${next} s does not come after knot ${i - 1} at ${last} s`, {
        path: `pacing[${i}].${key}`,
        found: `${next} s`,
        allowed: `more than ${last} s`,
      });
    }
  }
  for (const [i, edge] of [
    [0, "start"],
    [knots.length - 1, "end"],
  ] as const) {
    const found = knots[i]?.eventTime;
    const wanted = draft[edge];
    if (found === undefined || wanted === undefined || found === wanted) continue;
    faults.add(`${found} s is not the scenario's ${edge}, ${wanted} s`, {
      path: `pacing[${i}].eventTime`,
      found: `${found} s`,
      allowed: `${wanted} s`,
    });
  }
}

/** Every time that can be shown lies between the scenario's start and end. */
function checkTimesInside(draft: ScenarioDraft, faults: FaultList): void {
  const { start, end } = draft;
  if (start === undefined || end === undefined || start >= end) return;
  const inside = (time: number | undefined, path: string): void => {
    if (time === undefined || (time >= start && time <= end)) return;
    faults.add(`${time} s is outside the scenario, ${start} s to ${end} s`, {
      path,
      found: `${time} s`,
      allowed: `${start} s to ${end} s`,
    });
  };
  for (const [i, track] of (draft.tracks ?? []).entries()) {
    for (const [j, waypoint] of (track?.waypoints ?? []).entries()) {
      const time = waypoint?.eventTime;
      if (time !== undefined && (time < start || time > end)) inside(time, `tracks[${i}].waypoints[${j}].eventTime`);
    }
  }
  for (const [i, moment] of (draft.moments ?? []).entries()) inside(moment?.eventTime, `moments[${i}].eventTime`);
  for (const [i, fire] of (draft.fires ?? []).entries()) {
    checkSpan(fire, `fires[${i}].`, "the fire", faults);
    inside(fire?.start, `fires[${i}].start`);
    inside(fire?.end, `fires[${i}].end`);
  }
  for (const [i, camera] of (draft.cameras ?? []).entries()) {
    for (const [j, window] of (camera?.coverage ?? []).entries()) {
      const path = `cameras[${i}].coverage[${j}]`;
      checkSpan(window, `${path}.`, "the window", faults);
      checkSpan({ start: window?.filmStart, end: window?.filmEnd }, `${path}.film`, "the piece of film", faults, true);
      inside(window?.start, `${path}.start`);
      inside(window?.end, `${path}.end`);
    }
  }
}

function checkSpan(
  span: { readonly start?: number | undefined; readonly end?: number | undefined } | undefined,
  prefix: string,
  what: string,
  faults: FaultList,
  upperCase = false,
): void {
  const { start, end } = span ?? {};
  if (start === undefined || end === undefined || end > start) return;
  faults.add(`${end} s does not come after the start of ${what}, ${start} s`, {
    path: `${prefix}${upperCase ? "End" : "end"}`,
    found: `${end} s`,
    allowed: `more than ${start} s`,
  });
}

function secondsOf(value: number): string {
  return `${Math.round(value * 1000) / 1000} s`;
}

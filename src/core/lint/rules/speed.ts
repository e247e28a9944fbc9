import { easedSpeed } from "../../easing.ts";
import { clock, legsOf, lengthOf, tidy, type Rule } from "../rule.ts";

/**
 * Metres per second. A fit soldier sprints at some 8; the fastest man on record peaked at 12.4 (Berlin 2009). A light
 * military four-by-four of the 1960s type does some 28 (100 km/h) on a good road; no jeep does 45.
 */
const LIMITS = {
  person: { doubtful: 8, impossible: 12.4 },
  group: { doubtful: 8, impossible: 12.4 },
  vehicle: { doubtful: 28, impossible: 45 },
};

export const speed: Rule = {
  id: "speed",
  summary: "Speeds beyond a person or a jeep",
  *find(model) {
    for (const { id, compiled, leg, path } of legsOf(model)) {
      const seconds = leg.end - leg.start;
      if (leg.aboard !== null || !(seconds > 0)) continue;
      const peak =
        leg.show === "shown"
          ? Math.max(easedSpeed(leg.easing, 0), easedSpeed(leg.easing, 0.5), easedSpeed(leg.easing, 1))
          : 1;
      const metresPerSecond = (peak * lengthOf(leg)) / seconds;
      const { kind } = compiled.actor;
      const { doubtful, impossible } = LIMITS[kind];
      if (metresPerSecond <= doubtful) continue;
      const [severity, limit] =
        metresPerSecond > impossible ? (["error", impossible] as const) : (["warning", doubtful] as const);
      const unit = (value: number) => (kind === "vehicle" ? `${tidy(value * 3.6)} km/h` : `${tidy(value)} m/s`);
      yield {
        severity,
        path,
        message:
          `"${id}" reaches ${unit(metresPerSecond)} between ${clock(model, leg.start)} and ${clock(model, leg.end)}; ` +
          `a ${kind === "vehicle" ? "jeep" : "person"} does ${unit(limit)} at most: check places and times`,
      };
    }
  },
};

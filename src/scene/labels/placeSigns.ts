import { grown, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox } from "../geometry.ts";
import {
  boxesAround,
  coverCost,
  type Ground,
  type Leader,
  leaderCost,
  marksOf,
  obstaclesFor,
  pairCost,
  type Subject,
  withAir,
} from "./ground.ts";
import { leaderFoot, type Plate, plateSize, shortened } from "./plates.ts";

export interface SignWish extends Subject {
  readonly number: number;
  /** Texts to try, the fullest first; the last may be empty: the number alone. */
  readonly variants: readonly (readonly string[])[];
  /** Event time. It gives up words when another is raised after it; one without a time stands and keeps its words. */
  readonly raisedAt?: number;
}

/** A sign in its place: as it is raised, and as it stands from when the next is. */
export interface Sign {
  readonly plate: Plate;
  readonly later: Plate;
}

interface Stand extends Sign {
  readonly raisedAt: number;
  readonly leader: Leader;
  readonly cost: number;
}

/** What less text costs, as `ground.ts` counts: of the sign as it is raised, and of one that has given up words. */
const COST = { narrow: 6, noWords: 150, number: 240, laterNumber: 20, none: 1000 } as const;

/** Arrangements followed up at once, of a few signs; of many fewer. */
const WIDTH = 20;

/**
 * Places for all the signs of a shot, found together (a beam search: each sign in turn joins the best arrangements so far),
 * so that none moves when another is raised. The newest choose first: the others have given up words when those are raised.
 *
 * @returns one for each wish, null where there is no room; the boxes are not taken
 */
export function placeSigns(
  context: StaticContext,
  wishes: readonly SignWish[],
  ground: Ground,
): readonly (Sign | null)[] {
  let best: readonly Arrangement[] = [{ cost: 0, stands: [] }];
  const width = Math.max(1, Math.min(WIDTH, Math.floor((5 * WIDTH) / wishes.length)));
  const newestFirst = wishes.toSorted((a, b) => (b.raisedAt ?? -Infinity) - (a.raisedAt ?? -Infinity));
  for (const wish of newestFirst) best = longer(best, standsOf(wish, ground, context), width, context);
  const { stands } = best[0]!;
  return wishes.map((wish) => stands[newestFirst.indexOf(wish)]!);
}

/** The best arrangements with one sign more. */
function longer(
  arrangements: readonly Arrangement[],
  stands: readonly Stand[],
  width: number,
  context: StaticContext,
): readonly Arrangement[] {
  const sorted = stands.toSorted((a, b) => a.cost - b.cost);
  let best: readonly Arrangement[] = arrangements.map(({ cost, stands: before }) => ({
    cost: cost + COST.none,
    stands: [...before, null],
  }));
  for (const arrangement of arrangements) {
    const most = best.length < width ? Infinity : best.at(-1)!.cost;
    const more: Arrangement[] = [];
    for (const stand of sorted) {
      if (arrangement.cost + stand.cost >= most || more.length === width) break;
      const next = joined(arrangement, stand, context);
      if (next) more.push(next);
    }
    best = best
      .concat(more)
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, width);
  }
  return best;
}

/** Crossings are solved and moments written down: so near each other they are one. */
export const SAME_TIME_SECONDS = 0.05;

interface Arrangement {
  readonly cost: number;
  readonly stands: readonly (Stand | null)[];
}

/** The places of one sign by itself, for each text the best in each direction. */
function standsOf(wish: SignWish, ground: Ground, context: StaticContext): Stand[] {
  const { number, at, variants, raisedAt = NaN } = wish;
  const obstacles = obstaclesFor(wish, ground, context);
  const marks = marksOf(wish.people, context);
  return variants.flatMap((lines, i) => {
    const size = plateSize(lines, context);
    const textCost =
      lines.length === 0 ? COST.number : lines.length < variants[0]!.length ? COST.noWords : COST.narrow * i;
    const best = boxesAround(at, size, context).flatMap((boxes) => {
      let found: Stand | null = null;
      for (const { box, cost } of boxes) {
        if (cost + textCost >= (found?.cost ?? Infinity)) break;
        if (!ground.occupied.isFree(withAir(box, context)) || !ground.ways.isClear(box)) continue;
        // A mark may stand beside its way, where another's would cover it.
        if (marks.some((mark) => overlap(mark, box))) continue;
        const plate = { number, at, lines, box };
        const leader: Leader = [...at, ...leaderFoot(plate)];
        const sum = cost + textCost + coverCost(box, ground) + leaderCost(leader, obstacles, context);
        if (sum >= (found?.cost ?? Infinity)) continue;
        const later = Number.isNaN(raisedAt) ? plate : shortened(plate, 1, context);
        found = { raisedAt, plate, later, leader, cost: sum };
      }
      return found ?? [];
    });
    if (Number.isNaN(raisedAt) || lines.length === 0) return best;
    const bare = best.map(({ plate, leader, cost }): Stand => {
      return { raisedAt, plate, later: shortened(plate, 0, context), leader, cost: cost + COST.laterNumber };
    });
    return best.concat(bare);
  });
}

/** An arrangement with one sign more; null where it would cover another, or a leader run under one. */
function joined({ cost, stands }: Arrangement, stand: Stand, context: StaticContext): Arrangement | null {
  let sum = cost + stand.cost;
  for (const newer of stands) {
    if (!newer) continue;
    const isYielding = stand.raisedAt < newer.raisedAt - SAME_TIME_SECONDS;
    const { box } = isYielding ? stand.later : stand.plate;
    if (overlap(grown(box, AIR * context.unit), newer.plate.box)) return null;
    if (crossesBox(newer.leader, stand.plate.box) || crossesBox(stand.leader, newer.plate.box)) return null;
    sum += pairCost(newer.leader, stand.leader, context);
  }
  return { cost: sum, stands: [...stands, stand] };
}

/** Between two signs, design pixels. */
const AIR = 4;

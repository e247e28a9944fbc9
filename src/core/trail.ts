import type { Model, TrailPiece } from "./model.ts";
import { legAt, legDistance, legFraction, pointAtDistance } from "./position.ts";

/**
 * The trail of one actor up to a time, split where the evidence changes and where nobody saw or somebody carried the
 * actor. Pieces that are complete are the very objects of `CompiledActor.trail`; only the one being travelled is new,
 * cut at the actor's place.
 *
 * @param actorIndex into `model.actors`
 * @param t any finite event time
 */
export function trailAt(model: Model, actorIndex: number, t: number): readonly TrailPiece[] {
  const { trail } = model.actors[actorIndex]!;
  const complete = trail.findIndex((piece) => piece.end > t);
  if (complete < 0) return trail;
  const pieces = trail.slice(0, complete);
  const current = trail[complete]!;
  if (current.start < t) pieces.push(cut(model, actorIndex, current, t));
  return pieces;
}

function cut({ packed }: Model, actorIndex: number, piece: TrailPiece, t: number): TrailPiece {
  const leg = legAt(packed, actorIndex, t);
  const [first, last] = [packed.firstPoint[leg]!, packed.lastPoint[leg]!];
  const metres = legDistance(packed, leg, legFraction(packed, actorIndex, leg, t));
  const point = { x: 0, y: 0 };
  pointAtDistance(packed, first, last, metres, point);
  // A piece is a window on the packed points, two numbers each.
  const start = piece.xy.byteOffset / (2 * piece.xy.BYTES_PER_ELEMENT);
  let passed = first;
  while (passed < last && packed.distance[passed + 1]! < metres) passed++;
  const count = passed - start + 1;
  const xy = new Float64Array(2 * count + 2);
  xy.set(packed.xy.subarray(2 * start, 2 * (start + count)));
  xy[2 * count] = point.x;
  xy[2 * count + 1] = point.y;
  return { evidence: piece.evidence, xy, start: piece.start, end: t };
}

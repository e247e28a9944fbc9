import type { MapFeature, Model, Shape, TrailPiece } from "../core/model.ts";
import { type Bounds, boundsOf, polyline, polylines } from "./geometry.ts";
import type { PathGeometry } from "./scene.ts";

/** Geometry of one model in local metres, made once: sinks cache what they derive from it by identity. */
export interface Picture {
  readonly features: readonly PictureFeature[];
  /** The northern (else the left) side of each line boundary, closed far away. */
  readonly sides: readonly PathGeometry[];
  /** Kept for the pieces of `CompiledActor.trail`; made anew for one that is being travelled. */
  trailOf(piece: TrailPiece): TrailGeometry;
}

export interface PictureFeature {
  readonly feature: MapFeature;
  /** Null for points. */
  readonly geometry: PathGeometry | null;
  readonly lines: readonly ArrayLike<number>[];
  readonly bounds: Bounds;
}

export interface TrailGeometry {
  readonly geometry: PathGeometry;
  readonly bounds: Bounds;
}

const pictures = new WeakMap<Model, Picture>();

/** The model's geometry. A model never changes, so this is a pure function that remembers its answer. */
export function pictureOf(model: Model): Picture {
  let picture = pictures.get(model);
  if (!picture) {
    picture = createPicture(model);
    pictures.set(model, picture);
  }
  return picture;
}

function createPicture(model: Model): Picture {
  const trails = new WeakMap<TrailPiece, TrailGeometry>();
  return {
    features: model.features.map((feature) => {
      const lines = linesOf(feature.shape);
      const closed = feature.shape.type === "polygons";
      const geometry = feature.shape.type === "points" ? null : polylines(lines, closed);
      return { feature, geometry, lines, bounds: boundsOf(lines) };
    }),
    sides: model.boundaries.flatMap((boundary) =>
      boundary.type === "line" ? boundary.chains.map((chain) => sideOf(chain, boundary.sides?.right === "north")) : [],
    ),
    trailOf(piece) {
      const kept = trails.get(piece);
      if (kept) return kept;
      const made = { geometry: polyline(piece.xy), bounds: boundsOf([piece.xy]) };
      trails.set(piece, made);
      return made;
    },
  };
}

function linesOf(shape: Shape): readonly ArrayLike<number>[] {
  if (shape.type === "points") return [shape.xy];
  return shape.type === "lines" ? shape.lines : shape.polygons.flat();
}

/** Beyond any extent the frame serves. */
const FAR_METRES = 60_000;

/** One side of a chain: its ends run on straight, and the far corners of that side close it. */
function sideOf(chain: ArrayLike<number>, right: boolean): PathGeometry {
  const n = chain.length;
  const start = runOn(chain[0]!, chain[1]!, chain[2]!, chain[3]!);
  const end = runOn(chain[n - 2]!, chain[n - 1]!, chain[n - 4]!, chain[n - 3]!);
  // Left of the way from start to end; y points north.
  const turn = right ? -1 : 1;
  const [dx, dy] = [turn * (start[1] - end[1]), turn * (end[0] - start[0])];
  const far = [end[0] + dx, end[1] + dy, start[0] + dx, start[1] + dy];
  return polyline([...start, ...Array.from(chain), ...end, ...far], true);
}

function runOn(x: number, y: number, fromX: number, fromY: number): readonly [number, number] {
  const size = Math.hypot(x - fromX, y - fromY) || 1;
  return [x + ((x - fromX) / size) * FAR_METRES, y + ((y - fromY) / size) * FAR_METRES];
}

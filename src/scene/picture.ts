import type { FeatureKind } from "../core/geo.ts";
import type { MapFeature, Model, Shape, TrailPiece } from "../core/model.ts";
import { type DrawnLine, drawnLine, isPaling } from "./fadingEnds.ts";
import { type Bounds, boundsOf, polyline, polylines } from "./geometry.ts";
import { northernParts } from "./northernParts.ts";
import type { PathGeometry } from "./scene.ts";

/** Geometry of one model in local metres, made once: sinks cache what they derive from it by identity. */
export interface Picture {
  readonly features: readonly PictureFeature[];
  /** The part of each area boundary that lies on the northern (else the left) side of a line boundary. */
  readonly northern: readonly PathGeometry[];
  /** Kept for the pieces of `CompiledActor.trail`; made anew for one that is being travelled. */
  trailOf(piece: TrailPiece): TrailGeometry;
}

export interface PictureFeature {
  readonly feature: MapFeature;
  /** Null for points. */
  readonly geometry: PathGeometry | null;
  readonly lines: readonly ArrayLike<number>[];
  readonly bounds: Bounds;
  /** Of a line that may go on beyond the data: how it is drawn. */
  readonly drawn: DrawnLine | null;
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
  const linesOfKind = (kind: FeatureKind) =>
    model.features.filter((feature) => feature.kind === kind).flatMap(({ shape }) => linesOf(shape));
  const areas = model.features
    .filter(({ boundary }) => boundary?.type === "area")
    .flatMap(({ shape }) => linesOf(shape));
  return {
    features: model.features.map((feature) => {
      const lines = linesOf(feature.shape);
      const closed = feature.shape.type === "polygons";
      const geometry = feature.shape.type === "points" ? null : polylines(lines, closed);
      const drawn = isPaling(feature) ? drawnLine(lines, linesOfKind(feature.kind), areas) : null;
      return { feature, geometry, lines, bounds: boundsOf(lines), drawn };
    }),
    northern: northernParts(model.boundaries),
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

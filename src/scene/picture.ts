import type { MapFeature, Model, Shape, TrailPiece } from "../core/model.ts";
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

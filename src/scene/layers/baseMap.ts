import type { FeatureKind } from "../../core/geo.ts";
import { crossesBox, segment, transformed } from "../geometry.ts";
import type { PictureFeature } from "../picture.ts";
import type { Paint, PathNode, SceneNode } from "../scene.ts";
import type { Theme } from "../theme.ts";
import { textIn } from "../text.ts";
import type { StaticContext } from "../context.ts";

/** From the ground up; roads are drawn between `BELOW_ROADS` and `ABOVE_ROADS`, so that their junctions merge. */
const BELOW_ROADS: readonly FeatureKind[] = ["field", "garden", "water", "river", "ditch", "bridge"];
const ABOVE_ROADS: readonly FeatureKind[] = ["trees", "wall", "kerb", "building", "guard-post", "memorial", "gate"];

/** Smallest scale, in pixels per metre, at which a kind is worth its ink. */
const FROM_SCALE: Partial<Record<FeatureKind, number>> = { trees: 0.9, kerb: 3, ditch: 0.8, wall: 0.8 };

/** Land, water, roads and buildings, in local metres under the view's transform. */
export function baseMapNodes(context: StaticContext): SceneNode[] {
  const { picture, scale } = context;
  const visible = picture.features.filter(
    ({ feature, bounds }) => (FROM_SCALE[feature.kind] ?? 0) <= scale && context.isVisible(bounds, 12),
  );
  const ofKind = (kind: FeatureKind) => visible.filter(({ feature }) => feature.kind === kind);
  const area = ({ geometry, feature }: PictureFeature): SceneNode[] =>
    geometry && feature.shape.type === "polygons"
      ? [{ type: "path", geometry, fill: context.theme.area, fillRule: "evenodd" }]
      : [];
  const grounds = [
    ...[...ofKind("jsa-edge"), ...ofKind("area")].flatMap(area),
    ...picture.northern.map((geometry): SceneNode => ({ type: "path", geometry, fill: context.theme.northGround })),
  ];
  return [
    ...(context.options.transparent ? [] : grounds),
    ...BELOW_ROADS.flatMap((kind) => ofKind(kind).flatMap((item) => featureNodes(item, context))),
    ...roadNodes(ofKind("road"), context),
    ...ABOVE_ROADS.flatMap((kind) => ofKind(kind).flatMap((item) => featureNodes(item, context))),
  ];
}

/** All casings first, then all surfaces. */
function roadNodes(roads: readonly PictureFeature[], { theme, scale, unit }: StaticContext): SceneNode[] {
  const widthOf = ({ feature }: PictureFeature) => Math.max((feature.widthMetres ?? 5) * scale, 1.8 * unit);
  return [
    ...roads.flatMap((item) =>
      lineNodes(
        item,
        {},
        {
          stroke: theme.roadCasing,
          strokeWidthPx: widthOf(item) + 2 * unit,
          ...(item.feature.schematic ? schematicCasing(theme, unit) : {}),
        },
      ),
    ),
    ...roads.flatMap((item) =>
      lineNodes(item, { id: `feature/${item.feature.id}` }, { stroke: theme.road, strokeWidthPx: widthOf(item) }),
    ),
  ];
}

/** Of a road whose course is only schematic: broken, in the colour of edges that nobody has published. */
function schematicCasing({ areaEdge }: Theme, unit: number): Paint {
  return { stroke: areaEdge, dashPx: [5 * unit, 4 * unit], lineCap: "butt" };
}

/** A piece of such a road as the legend shows it, about the origin; px. */
export function schematicSample({ theme, unit }: StaticContext): SceneNode[] {
  const line = { type: "path", geometry: segment(-12 * unit, 0, 12 * unit, 0) } as const;
  return [
    { ...line, strokeWidthPx: 7 * unit, ...schematicCasing(theme, unit) },
    { ...line, strokeWidthPx: 5 * unit, stroke: theme.road },
  ];
}

/** Whether the picture shows a road whose course is only schematic. */
export function showsSchematicRoad({ picture, matrix, window, isVisible }: StaticContext): boolean {
  return picture.features.some(
    ({ feature, bounds, lines }) =>
      feature.kind === "road" &&
      feature.schematic === true &&
      isVisible(bounds) &&
      lines.some((line) => crossesBox(transformed(matrix, line), window)),
  );
}

/** A line in one stroke; where it goes on beyond the data, its end pales. */
export function lineNodes(
  { geometry, drawn }: PictureFeature,
  own: Pick<PathNode, "id" | "title">,
  paint: Paint,
): SceneNode[] {
  const whole = drawn?.geometry ?? geometry;
  if (!whole) return [];
  const nodes: SceneNode[] = [{ type: "path", ...own, geometry: whole, lineCap: "round", lineJoin: "round", ...paint }];
  for (const piece of drawn?.paling ?? []) {
    const opacity = piece.opacity * (paint.opacity ?? 1);
    nodes.push({ type: "path", geometry: piece.geometry, ...paint, lineCap: "butt", opacity });
  }
  return nodes;
}

function featureNodes(item: PictureFeature, context: StaticContext): SceneNode[] {
  const { feature, geometry } = item;
  const id = `feature/${feature.id}`;
  if (!geometry) return pointNodes(item, id, context);
  const paint = paintOf(item, context);
  const title = textIn(feature.name, context.options.language);
  if (item.drawn) return lineNodes(item, { id, title }, paint);
  return [{ type: "path", id, title, geometry, lineJoin: "round", ...paint }];
}

function paintOf({ feature }: PictureFeature, { theme, scale, unit }: StaticContext): Paint {
  const isLine = feature.shape.type === "lines";
  const widthOf = (metres: number, leastPx: number) =>
    Math.max((feature.widthMetres ?? metres) * scale, leastPx * unit);
  switch (feature.kind) {
    case "field":
      return { fill: theme.field };
    case "garden":
      return { fill: theme.garden };
    case "water":
    case "river":
      return isLine
        ? { stroke: theme.water, strokeWidthPx: widthOf(20, 4.4), lineCap: "round" }
        : { fill: theme.water, stroke: theme.waterEdge, strokeWidthPx: 0.8 * unit };
    case "ditch":
      return { stroke: theme.ditch, strokeWidthPx: widthOf(0.8, 1.6), lineCap: "round" };
    case "wall":
      return { stroke: theme.wall, strokeWidthPx: widthOf(0.6, 1.8), lineCap: "butt" };
    case "kerb":
      // A bank is a hairline: as wide as it is, it would pass for a second ditch.
      return isLine
        ? { stroke: theme.buildingEdge, strokeWidthPx: unit, opacity: 0.6 }
        : { fill: theme.building, stroke: theme.buildingEdge, strokeWidthPx: 0.8 * unit };
    case "bridge":
      return isLine
        ? { stroke: theme.roadCasing, strokeWidthPx: widthOf(7, 4) + 3 * unit }
        : { fill: theme.building, stroke: theme.buildingEdge, strokeWidthPx: unit };
    default:
      return buildingPaint(feature.colour === "blue", theme, unit, isLine);
  }
}

function buildingPaint(blue: boolean, theme: Theme, unit: number, isLine: boolean): Paint {
  const stroke = { stroke: blue ? theme.hutEdge : theme.buildingEdge, strokeWidthPx: unit };
  return isLine ? stroke : { fill: blue ? theme.hut : theme.building, fillRule: "evenodd", ...stroke };
}

/** Places without an outline: small marks of constant size; trees in metres, for character only. */
function pointNodes(item: PictureFeature, id: string, { theme, scale, unit }: StaticContext): SceneNode[] {
  const xy = item.lines[0] ?? [];
  const { kind } = item.feature;
  if (kind === "trees") {
    const radiusPx = Math.max(2.2 * scale, 1.6 * unit);
    return [{ type: "circle", id, xy, radiusPx, fill: theme.tree, opacity: 0.6 }];
  }
  return [
    {
      type: "circle",
      id,
      xy,
      radiusPx: 2.6 * unit,
      fill: kind === "memorial" ? theme.casing : theme.building,
      stroke: theme.wall,
      strokeWidthPx: 1.2 * unit,
    },
  ];
}

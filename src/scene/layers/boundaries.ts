import type { StaticContext } from "../context.ts";
import type { SceneNode } from "../scene.ts";
import { lineNodes } from "./baseMap.ts";

/** Edges of areas such as the JSA: thin and dashed, for nobody has published the outline. */
export function areaEdgeNodes({ picture, theme, unit, isVisible }: StaticContext): SceneNode[] {
  return picture.features.flatMap(({ feature, geometry, bounds }): SceneNode[] =>
    geometry && (feature.kind === "jsa-edge" || feature.boundary?.type === "area") && isVisible(bounds, 4)
      ? [
          {
            type: "path",
            id: `feature/${feature.id}`,
            geometry,
            stroke: theme.areaEdge,
            strokeWidthPx: 1.2 * unit,
            dashPx: [6 * unit, 4 * unit],
          },
        ]
      : [],
  );
}

/** Width of the band, in widths of the line. */
const BAND = 2.7;

/** The one strong line of the map, with a light edge so that it stays one line over roofs and roads. */
export function mdlNodes({ picture, theme, unit, scale, isVisible }: StaticContext): SceneNode[] {
  // Seen from afar it runs in a stream hardly wider than itself.
  const isFar = scale < 0.6;
  const strokeWidth = theme.mdlWidth * (isFar ? 0.7 : 1);
  const lines = picture.features.filter(
    ({ feature, geometry, bounds }) =>
      geometry && (feature.kind === "mdl" || feature.kind === "border") && isVisible(bounds, 8),
  );
  const bandWidth = strokeWidth * (theme.mdlBand ? BAND : 1);
  const halo = { stroke: theme.halo, strokeWidthPx: (bandWidth + (isFar ? 0.8 : 2.4)) * unit, opacity: 0.85 };
  const band = theme.mdlBand ? { stroke: theme.mdlBand, strokeWidthPx: bandWidth * unit } : null;
  const line = { stroke: theme.mdl, strokeWidthPx: strokeWidth * unit };
  return [
    ...lines.flatMap((item) => lineNodes(item, {}, halo)),
    ...(band ? lines.flatMap((item) => lineNodes(item, {}, band)) : []),
    ...lines.flatMap((item) => lineNodes(item, { id: `feature/${item.feature.id}` }, line)),
  ];
}

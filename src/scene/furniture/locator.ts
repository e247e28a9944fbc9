import type { LngLat } from "../../core/types.ts";
import type { Box } from "../boxes.ts";
import { boxOf, grown } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, isInRing, polyline, polylines, transformed } from "../geometry.ts";
import type { Matrix, SceneNode } from "../scene.ts";
import { applyMatrix, invertMatrix } from "../view.ts";
import { KOREA } from "./koreaOutline.ts";
import { textPx } from "../text.ts";
import { sheet } from "./setting.ts";
import { viewFrameNodes } from "./viewFrame.ts";

const WEST = 124.1;
const NORTH = 43.1;
const SOUTH = 33.0;
const EAST = 130.9;
/** Degrees of longitude are this much shorter than those of latitude in the middle of Korea. */
const SQUEEZE = Math.cos((38 * Math.PI) / 180);

/** Whether the locator has a map of the place at all. */
export function isInKorea([lng, lat]: LngLat): boolean {
  return lng > WEST && lng < EAST && lat > SOUTH && lat < NORTH;
}

/** Korea alone; Korea and beside it the area the main map shows a part of; or that area alone. */
export type LocatorForm = "korea" | "both" | "area";

/**
 * A picture that stands by itself says where in the world it is. On a moving map that was said when the camera came from
 * afar: inside the area the small map of that is enough, and leaves more of the large one.
 *
 * @param isRoomy there is room for two maps
 */
export function locatorForm({ picture, view, options }: StaticContext, isRoomy: boolean): LocatorForm {
  const areas = picture.features.filter(({ feature }) => feature.boundary?.type === "area");
  const isInside = areas.some(
    ({ lines, bounds }) =>
      lines.some((ring) => isInRing(ring, ...view.centre)) && view.widthPx / view.pxPerMetre < bounds[2] - bounds[0],
  );
  if (isInside && !options.isStill) return "area";
  return isRoomy ? "both" : "korea";
}

const SIZES: Readonly<Record<LocatorForm, readonly [width: number, height: number]>> = {
  korea: [108, 142],
  both: [240, 142],
  area: [104, 114],
};

/** Height of the small map's name above it, design pixels. */
const NAME_ROW = 15;

export function locatorSize({ unit }: StaticContext, form: LocatorForm): readonly [number, number] {
  const [width, height] = SIZES[form];
  return [width * unit, height * unit];
}

export function locatorNodes(box: Box, form: LocatorForm, context: StaticContext): SceneNode[] {
  const { unit } = context;
  if (form === "area") return [sheet(box, context), ...areaNodes(grown(box, -2 * unit), context)];
  const [width, height] = [104 * unit, 138 * unit];
  const korea = boxOf(box[0] + 2 * unit, box[1] + 2 * unit, width, height);
  const area = boxOf(korea[2] + 16 * unit, korea[1], width + 8 * unit, height);
  return [
    sheet(box, context),
    ...koreaNodes(korea, context),
    ...(form === "both" ? [...arrowNodes(korea, area, context), ...areaNodes(area, context)] : []),
  ];
}

function koreaNodes([left, top, right, bottom]: Box, context: StaticContext): SceneNode[] {
  const { theme, unit, words, model } = context;
  const room = 4 * unit;
  const scale = Math.min((right - left) / ((EAST - WEST) * SQUEEZE), (bottom - top - room) / (NORTH - SOUTH));
  const x0 = (left + right) / 2 - ((EAST - WEST) * SQUEEZE * scale) / 2;
  const toPx: Matrix = [SQUEEZE * scale, 0, 0, -scale, x0 - WEST * SQUEEZE * scale, top + 3 * unit + NORTH * scale];
  const rings = (shapes: readonly (readonly number[])[]) =>
    polylines(
      shapes.map((ring) => transformed(toPx, ring)),
      true,
    );
  const [x, y] = applyMatrix(toPx, model.frame.origin[0], model.frame.origin[1]);
  const text = (
    value: string,
    textX: number,
    textY: number,
    sizePx: number,
    weight: 400 | 700,
    fill: string,
  ): SceneNode => ({
    type: "text",
    x: textX,
    y: textY,
    text: value,
    sizePx: textPx(context, sizePx),
    weight,
    fill,
    anchor: "middle",
    halo: { colour: theme.panel, widthPx: 2 * unit },
  });
  const [northX, northY] = applyMatrix(toPx, 127.2, 40.2);
  const [southX, southY] = applyMatrix(toPx, 127.9, 35.3);
  const [dmzX, dmzY] = applyMatrix(toPx, 129.5, 38.35);
  return [
    {
      type: "path",
      geometry: rings(KOREA.north),
      fill: theme.building,
      stroke: theme.buildingEdge,
      strokeWidthPx: 0.7 * unit,
    },
    {
      type: "path",
      geometry: rings(KOREA.south),
      fill: theme.ground,
      stroke: theme.buildingEdge,
      strokeWidthPx: 0.7 * unit,
    },
    { type: "path", geometry: polyline(transformed(toPx, KOREA.border)), stroke: theme.mdl, strokeWidthPx: 1.8 * unit },
    text(words.locator.northKorea, northX, northY, 9.5, 400, theme.text),
    text(words.locator.southKorea, southX, southY, 9.5, 400, theme.text),
    text(words.locator.dmz, dmzX, dmzY, 9.5, 400, theme.text),
    {
      type: "circle",
      xy: [x, y],
      radiusPx: 4 * unit,
      fill: theme.symbols.defector.fill,
      stroke: theme.casing,
      strokeWidthPx: 1.4 * unit,
    },
    text(words.locator.place, x + 2 * unit, y + 15 * unit, 10, 700, theme.text),
  ];
}

/** The scene of the event in small: line, edge, roads, houses, and a frame for what the main map shows. */
function areaNodes([left, nameTop, right, bottom]: Box, context: StaticContext): SceneNode[] {
  const { picture, theme, unit, view, words, matrix } = context;
  const top = nameTop + NAME_ROW * unit;
  const areas = picture.features.filter(({ feature }) => feature.boundary?.type === "area");
  if (areas.length === 0) return [];
  const up = (view.upBearingDegrees * Math.PI) / 180;
  const turn: Matrix = [Math.cos(up), -Math.sin(up), -Math.sin(up), -Math.cos(up), 0, 0];
  const bounds = boundsOf(areas.flatMap(({ lines }) => lines.map((line) => transformed(turn, line))));
  const scale = Math.min((right - left) / (bounds[2] - bounds[0]), (bottom - top) / (bounds[3] - bounds[1])) * 0.92;
  const e = (left + right) / 2 - (scale * (bounds[0] + bounds[2])) / 2;
  const f = (top + bottom) / 2 - (scale * (bounds[1] + bounds[3])) / 2;
  const toPx: Matrix = [scale * turn[0], scale * turn[1], scale * turn[2], scale * turn[3], e, f];
  const [minX, minY, maxX, maxY] = context.window;
  const shown = boundsOf([transformed(toPx, transformed(invertMatrix(matrix), [minX, minY, maxX, maxY]))]);
  const inner = grown([left, top, right, bottom], -unit);
  const lines = (kind: string, paint: object): SceneNode[] =>
    picture.features.flatMap(({ feature, geometry }) =>
      geometry && feature.kind === kind ? [{ type: "path" as const, geometry, ...paint }] : [],
    );
  return [
    {
      type: "group",
      clip: [left, top, right - left, bottom - top],
      children: [
        {
          type: "group",
          transform: toPx,
          children: [
            ...lines("jsa-edge", {
              fill: theme.ground,
              stroke: theme.areaEdge,
              strokeWidthPx: unit,
              dashPx: [3 * unit, 2 * unit],
            }),
            ...lines("river", { stroke: theme.waterEdge, strokeWidthPx: 2 * unit }),
            ...lines("road", { stroke: theme.roadCasing, strokeWidthPx: 1.6 * unit }),
            ...lines("building", { fill: theme.buildingEdge }),
            ...lines("mdl", { stroke: theme.mdl, strokeWidthPx: 1.8 * unit }),
          ],
        },
      ],
    },
    ...viewFrameNodes(inner, shown, context),
    {
      type: "text",
      x: left + 3 * unit,
      y: nameTop + 12 * unit,
      text: words.locator.here,
      sizePx: textPx(context, 11),
      weight: 700,
      fill: theme.text,
      halo: { colour: theme.panel, widthPx: 2 * unit },
    },
  ];
}

function arrowNodes(from: Box, to: Box, { theme, unit }: StaticContext): SceneNode[] {
  const [x, y] = [(from[2] + to[0]) / 2, (from[1] + from[3]) / 2];
  const r = 3.5 * unit;
  return [
    {
      type: "path",
      geometry: polyline([x - r, y - 1.4 * r, x + r, y, x - r, y + 1.4 * r]),
      stroke: theme.mutedText,
      strokeWidthPx: 1.6 * unit,
      lineCap: "round",
      lineJoin: "round",
    },
  ];
}

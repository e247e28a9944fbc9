import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { trailAt } from "../../src/core/trail.ts";
import { buildScene, buildStatic } from "../../src/scene/buildScene.ts";
import { crossesBox, transformed } from "../../src/scene/geometry.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { applyMatrix, viewMatrix } from "../../src/scene/view.ts";
import { shownEntries } from "../../src/scene/furniture/legend.ts";
import { nothingShown, type Shown } from "../../src/scene/shown.ts";
import type { ActorSymbol } from "../../src/core/scenario.ts";
import { groupOf, model, options, viewAt, walk } from "./fixture.ts";

function legendOf(scene: Scene): string[] {
  return [...walk(scene.groups)]
    .flatMap(({ node }) => (node.type === "group" && node.id?.startsWith("legend/") ? [node.id.slice(7)] : []))
    .toSorted();
}

test.each(model.moments.map(({ id, eventTime }) => [id, eventTime] as const))(
  "legend: at %s it lists what the picture shows and nothing else",
  (_, t) => {
    const view = viewAt(t, 1280, 800);
    const snapshot = stateAt(model, t);
    const scene = buildScene(model, snapshot, view, options);
    const { map } = buildStatic(model, view, options).layout;
    const matrix = viewMatrix(view);
    const expected = new Set<string>();
    for (const node of groupOf(scene.groups, "actors").children) {
      const state = snapshot.actors.find(({ index }) => `actor/${model.actors[index]!.actor.id}` === node.id);
      if (!state) continue;
      expected.add(`symbol/${model.actors[state.index]!.actor.symbol}`);
      if (state.presence === "held" || state.evidence === "assumed") expected.add("mark/held");
      if (model.actors[state.index]!.legs[state.legIndex]!.posture === "lying") expected.add("mark/lying");
    }
    for (const index of model.actors.keys()) {
      for (const { xy, evidence } of trailAt(model, index, t)) {
        for (let i = 0; i + 3 < xy.length; i += 2) {
          for (let k = 0; k <= 200; k++) {
            const at = (j: number) => xy[j]! + ((xy[j + 2]! - xy[j]!) * k) / 200;
            const [x, y] = applyMatrix(matrix, at(i), at(i + 1));
            if (!(x > map[0] && x < map[2] && y > map[1] && y < map[3])) continue;
            expected.add(`evidence/${evidence}`);
            // Whoever left the trail may be gone; its colour still needs saying.
            expected.add(`symbol/${model.actors[index]!.actor.symbol}`);
          }
        }
      }
    }
    if (groupOf(scene.groups, "crossings").children.length > 0) expected.add("mark/crossing");
    if (groupOf(scene.groups, "fire").children.length > 0) expected.add("mark/fire");
    if (groupOf(scene.groups, "distances").children.length > 0) expected.add("mark/distance");
    const isSchematic = buildStatic(model, view, options).context.picture.features.some(
      ({ feature, lines }) =>
        feature.kind === "road" &&
        feature.schematic &&
        lines.some((line) => crossesBox(transformed(matrix, line), map)),
    );
    if (isSchematic) expected.add("mark/schematic");
    // One kind of mark that has left no trail yet is told by its name.
    const symbols = [...expected].filter((id) => id.startsWith("symbol/"));
    const hasTrails = [...expected].some((id) => id.startsWith("evidence/"));
    if (symbols.length === 1 && !hasTrails) expected.delete(symbols[0]!);
    expect(legendOf(scene)).toEqual([...expected].toSorted());
  },
);

test("legend: none for one kind of mark alone, which its name tells; lying marks are those of the sides in view", () => {
  const { layout, context } = buildStatic(model, viewAt(259, 1280, 800), options);
  const rows = (shown: Partial<Shown>) =>
    shownEntries(layout.legend!.entries, { ...nothingShown(), ...shown }, context);
  expect(rows({ symbols: new Set(["jeep"]) })).toEqual([]);
  expect(rows({ symbols: new Set(["jeep", "kpa"]) })).toHaveLength(2);
  expect(rows({ marks: new Set(["fire"]) })).toHaveLength(1);
  const fills = (lying: readonly ActorSymbol[]) => {
    const [row] = rows({ marks: new Set(["lying"]), lying: new Set(lying) });
    const paths = [...walk(row!.sample)].flatMap(({ node }) => (node.type === "path" ? [node.fill] : []));
    return paths.filter((fill) => fill !== context.theme.casing);
  };
  const { kpa, rok, defector } = context.theme.symbols;
  expect(fills(["kpa"])).toEqual([kpa.fill]);
  expect(fills(["defector", "rok"])).toEqual([defector.fill, rok.fill]);
});

test("legend: keeps room for the row of schematic roads only where the picture shows one", () => {
  const heights = [35, 134].map((t) => {
    const { layout } = buildStatic(model, viewAt(t, 1280, 800), options);
    expect(layout.legend!.isOnMap).toBe(true);
    return layout.legend!.box[3] - layout.legend!.box[1];
  });
  expect(heights[0]! - heights[1]!).toBeGreaterThan(15);
});

test("legend: absent where it is switched off", () => {
  const scene = buildScene(model, stateAt(model, 259), viewAt(259, 1280, 800), { ...options, furniture: {} });
  expect(legendOf(scene)).toEqual([]);
});

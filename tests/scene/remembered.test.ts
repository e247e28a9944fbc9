import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { buildMoving, buildScene, buildStatic } from "../../src/scene/buildScene.ts";
import type { SceneOptions } from "../../src/scene/options.ts";
import { shotsOf } from "../../src/scene/shots.ts";
import { THEMES } from "../../src/scene/theme.ts";
import { model, options, viewAt } from "./fixture.ts";

const view = viewAt(247.5, 900, 700);

test("buildStatic: pointing at something and stepping without motion keep the still part; another look does not", () => {
  const part = buildStatic(model, view, options);
  expect(buildStatic(model, view, { ...options, focusId: "actor/oh" })).toBe(part);
  expect(buildStatic(model, view, { ...options, sinceT: 200 })).toBe(part);
  for (const change of [
    { theme: THEMES.dark },
    { language: "ko" },
    { textScale: 1.5 },
    { showErrors: true },
  ] as const) {
    expect(buildStatic(model, view, { ...options, ...change })).not.toBe(part);
  }
});

test("buildStatic: a look made anew of the same sizes, boxes and switches is the same look; one switch off is another", () => {
  const look = (legend: boolean, left: number): SceneOptions => ({
    ...options,
    furniture: { scaleBar: true, legend },
    insetsPx: [0, 0, 32, 0],
    coveredPx: [[left, 300, 200, 340]],
  });
  const part = buildStatic(model, view, look(true, 100));
  expect(buildStatic(model, view, look(true, 100))).toBe(part);
  expect(buildStatic(model, view, look(false, 100))).not.toBe(part);
  expect(buildStatic(model, view, look(true, 101))).not.toBe(part);
});

test("buildMoving: what is in focus is set off, also over a still part made without it", () => {
  for (const focusId of ["actor/oh", "trail/oh", "crossing/2", "feature/t1"]) {
    const chosen = { ...options, focusId };
    const part = buildStatic(model, view, options);
    const snapshot = stateAt(model, 259);
    const groups = [...part.groups, ...buildMoving(model, snapshot, view, chosen, part)];
    expect(groups, focusId).toEqual(buildScene(model, snapshot, view, chosen).groups);
    expect(groups, focusId).not.toEqual(buildScene(model, snapshot, view, options).groups);
  }
});

test("buildStatic: all of the story's views are kept, whatever a reader looks at between", () => {
  const views = shotsOf(model).map(({ start }) => viewAt(start, 640, 480));
  const parts = views.map((view) => buildStatic(model, view, options));
  const { until: _, ...readers } = view;
  for (let step = 0; step < 10; step++) buildStatic(model, { ...readers, pxPerMetre: 1 + step / 10 }, options);
  expect(views.map((view) => buildStatic(model, view, options))).toEqual(parts);
  for (const [i, view] of views.entries()) expect(buildStatic(model, view, options)).toBe(parts[i]);
});

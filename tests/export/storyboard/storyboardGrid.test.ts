import { expect, test } from "vitest";
import { planGrid } from "../../../src/export/storyboard/storyboardGrid.ts";

const question = {
  width: 1000,
  height: 700,
  count: 10,
  columnGap: 10,
  rowGap: 10,
  leastCellWidth: 150,
  sentences: 3,
  textHeight: (_: number, width: number, sentences: number) => 20 + (sentences * 4000) / width,
};

test("planGrid: rows do not run into each other and end on the sheet", () => {
  const { columns, rows, cellWidth, mapHeight, tops, sentences } = planGrid(question);
  expect(columns * cellWidth + (columns - 1) * 10).toBeCloseTo(1000);
  expect(rows).toBe(Math.ceil(10 / columns));
  const height = mapHeight + question.textHeight(0, cellWidth, sentences);
  for (const [row, top] of tops.entries()) {
    expect(top + height).toBeLessThanOrEqual((tops[row + 1] ?? 700) + 1e-9);
  }
});

test("planGrid: longer captions leave fewer sentences, never a flat map", () => {
  const kept = [1, 4, 8, 40].map((factor) => {
    const grid = planGrid({
      ...question,
      textHeight: (i, width, n) => factor * question.textHeight(i, width, n) - factor * 20 + 20,
    });
    expect(grid.mapHeight / grid.cellWidth).toBeGreaterThanOrEqual([0, 0.38, 0.47, 0.47][grid.sentences]!);
    return grid.sentences;
  });
  expect(kept[0]).toBe(3);
  expect(kept.at(-1)).toBe(0);
  expect(kept).toEqual([...kept].sort((a, b) => b - a));
});

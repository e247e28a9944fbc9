/** How many columns the steps stand in, how high their maps are, and how much of the captions there is room for. */

export interface GridQuestion {
  /** Room for the whole grid, px. */
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly columnGap: number;
  readonly rowGap: number;
  readonly leastCellWidth: number;
  /** Most sentences a caption has. */
  readonly sentences: number;
  /** Height of all the text of a step, px, in a cell of this width with that many sentences of its caption. */
  readonly textHeight: (step: number, width: number, sentences: number) => number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly mapHeight: number;
  readonly sentences: number;
  /** Top of each row from the top of the grid, px. */
  readonly tops: readonly number[];
}

/** Height of a map as a share of its width: less shows a strip, and more wastes the sheet. */
const LEAST_RATIO = 0.47;
/** Still borne where it is that or no captions at all. */
const LEAST_RATIO_FOR_ONE = 0.38;
const MOST_RATIO = 0.8;

/**
 * The grid with the largest maps among those that keep the most of the captions: all sentences where maps stay high
 * enough, else all but the last one, and so on down to titles alone. A row is as high as its longest text.
 */
export function planGrid(question: GridQuestion): Grid {
  for (let { sentences } = question; sentences >= 0; sentences--) {
    const least = sentences > 1 ? LEAST_RATIO : sentences === 1 ? LEAST_RATIO_FOR_ONE : 0;
    const grids = gridsWith(question, sentences).filter(({ mapHeight, cellWidth }) => mapHeight >= least * cellWidth);
    const best = grids.reduce<Grid | null>((one, other) => (one && areaOf(one) >= areaOf(other) ? one : other), null);
    if (best) return best;
  }
  throw new RangeError(
    `a sheet of ${Math.round(question.width)} × ${Math.round(question.height)} px has no room for ${question.count} steps; take a larger one`,
  );
}

function areaOf({ cellWidth, mapHeight }: Grid): number {
  return cellWidth * Math.min(mapHeight, MOST_RATIO * cellWidth);
}

function gridsWith(question: GridQuestion, sentences: number): Grid[] {
  const { width, height, count, columnGap, rowGap, leastCellWidth, textHeight } = question;
  const grids: Grid[] = [];
  for (let columns = 1; columns <= count; columns++) {
    const cellWidth = (width - columnGap * (columns - 1)) / columns;
    if (cellWidth < leastCellWidth) break;
    const rows = Math.ceil(count / columns);
    const textHeights = Array.from({ length: rows }, (_, row) => {
      const steps = Array.from({ length: Math.min(columns, count - row * columns) }, (_, i) => row * columns + i);
      return Math.max(...steps.map((step) => textHeight(step, cellWidth, sentences)));
    });
    const forText = textHeights.reduce((sum, one) => sum + one, 0) + rowGap * (rows - 1);
    const mapHeight = Math.min((height - forText) / rows, MOST_RATIO * cellWidth);
    if (mapHeight < leastCellWidth * 0.4) continue;
    // What is left where maps are as high as they should be goes between the rows.
    const spare = (height - forText - mapHeight * rows) / Math.max(1, rows - 1);
    const tops: number[] = [];
    let top = 0;
    for (const text of textHeights) {
      tops.push(top);
      top += mapHeight + text + rowGap + Math.min(spare, rowGap);
    }
    grids.push({ columns, rows, cellWidth, mapHeight, sentences, tops });
  }
  return grids;
}

/** Clock labels under the timeline: each under a filmed stretch, and each that stretch's own start. */

/** Width of "15:15" or "44:05" in the axis's type, and the least room between two. */
const LABEL_PX = 36;
const GAP_PX = 8;

export interface FilmedStretch {
  /** Fractions of the playing time. */
  readonly from: number;
  readonly to: number;
  /** Event time it starts at. */
  readonly t: number;
}

export interface AxisLabel {
  /** Where the label's left edge, middle or right edge stands, as a fraction of the playing time. */
  readonly at: number;
  readonly align: "start" | "centre" | "end";
  readonly t: number;
}

/**
 * As many labels as fit. The first stretch has one always, then those the story dwells on longest; one without room is
 * left out, for a label under another stretch would tell a wrong time. A label begins where its stretch begins, or, where
 * it would meet a neighbour or the edge, is centred on the stretch or ends with it.
 *
 * @param widthPx width of the timeline
 */
export function layOutAxis(stretches: readonly FilmedStretch[], widthPx: number): readonly AxisLabel[] {
  const placed: { readonly fromPx: number; readonly label: AxisLabel }[] = [];
  for (const stretch of byImportance(stretches)) {
    const free = placesOf(stretch, widthPx).find(
      ({ fromPx }) =>
        fromPx >= 0 &&
        fromPx + LABEL_PX <= widthPx &&
        placed.every((other) => Math.abs(fromPx - other.fromPx) >= LABEL_PX + GAP_PX),
    );
    if (free) placed.push(free);
  }
  return placed.toSorted((a, b) => a.fromPx - b.fromPx).map(({ label }) => label);
}

function byImportance([first, ...others]: readonly FilmedStretch[]): readonly FilmedStretch[] {
  if (!first) return [];
  return [first, ...others.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.t - b.t)];
}

function placesOf({ from, to, t }: FilmedStretch, widthPx: number) {
  const centre = (from + to) / 2;
  return [
    { fromPx: from * widthPx, label: { at: from, align: "start", t } },
    { fromPx: centre * widthPx - LABEL_PX / 2, label: { at: centre, align: "centre", t } },
    { fromPx: to * widthPx - LABEL_PX, label: { at: to, align: "end", t } },
  ] as const;
}

/**
 * Widths of text, from an advance table of the project's font. Layout needs them in Node as in the browser, and the
 * same numbers in both: so no `measureText`, and no kerning in either sink.
 */
export interface FontMetrics {
  /** Sum of the advances, px; characters the font lacks count as its missing-glyph box. */
  widthOf(text: string, sizePx: number, weight: 400 | 700): number;
  /** Above the baseline, as a fraction of the size; positive. */
  readonly ascent: number;
  /** Below the baseline, as a fraction of the size; positive. */
  readonly descent: number;
}

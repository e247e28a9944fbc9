import type { Language } from "../../core/types.ts";
import type { Furniture } from "../../scene/options.ts";
import type { ThemeName } from "../../scene/theme.ts";
import type { StillSize } from "../still/sizes.ts";

/** What an article pack is to hold. Plain data. */
export interface PackRequest {
  /** At least one, none twice; the first is that of index.html and of what there is once only. */
  readonly languages: readonly Language[];
  /** Of the pictures of the steps. */
  readonly size: StillSize;
  /** Of the storyboard, as `parsePaper` gives it. */
  readonly paper: StillSize;
  readonly theme: ThemeName;
  /** Of the pictures of the steps. */
  readonly furniture: Furniture;
  /** Program and version, in every file. */
  readonly version: string;
  /** Day the reconstruction was made, ISO 8601; the date of every file. */
  readonly createdOn: string;
}

/** Colours as data. Text keeps 4.5:1 and marks 3:1 against what they stand on; `theme.test.ts` computes it. */
import type { ActorSymbol } from "../core/scenario.ts";

export const THEME_NAMES = ["light", "dark", "print", "contrast"] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** A mark: its body, the line round it, and the colour of its trail. */
export interface SymbolColours {
  readonly fill: string;
  readonly edge: string;
  readonly trail: string;
}

export interface Theme {
  readonly name: ThemeName;
  /** Land outside the area, inside it, and inside it on the northern side. */
  readonly ground: string;
  readonly area: string;
  readonly northGround: string;
  readonly areaEdge: string;
  readonly field: string;
  readonly garden: string;
  readonly water: string;
  readonly waterEdge: string;
  readonly road: string;
  readonly roadCasing: string;
  readonly building: string;
  readonly buildingEdge: string;
  /** The huts that stand painted blue. */
  readonly hut: string;
  readonly hutEdge: string;
  readonly hutText: string;
  readonly wall: string;
  readonly ditch: string;
  readonly tree: string;
  readonly mdl: string;
  readonly mdlWidth: number;
  /** A paler band that the line runs in, where its colour alone does not tell it from trails. */
  readonly mdlBand?: string;
  readonly text: string;
  readonly mutedText: string;
  readonly halo: string;
  readonly panel: string;
  readonly panelEdge: string;
  /** Round actors, trails and flags, so that they stand clear of the map. */
  readonly casing: string;
  readonly symbols: Readonly<Record<ActorSymbol, SymbolColours>>;
  readonly fire: string;
  readonly fireOpacity: number;
  readonly flag: string;
  readonly flagText: string;
  readonly focus: string;
}

const light: Theme = {
  name: "light",
  ground: "#ebe8e1",
  area: "#f5f3ef",
  northGround: "#ede6de",
  areaEdge: "#79736a",
  field: "#e6e6d8",
  garden: "#dbe4cf",
  water: "#c9dce6",
  waterEdge: "#a9c4d3",
  road: "#ffffff",
  roadCasing: "#cfc9be",
  building: "#d3cdc3",
  buildingEdge: "#a29a8d",
  hut: "#5b9bd5",
  hutEdge: "#2d689f",
  hutText: "#0c2740",
  wall: "#7d766a",
  ditch: "#a78c63",
  tree: "#bfcbaa",
  mdl: "#1b1a18",
  mdlWidth: 3,
  text: "#1f1d1a",
  mutedText: "#57524a",
  halo: "#f6f4f0",
  panel: "#fbfaf8",
  panelEdge: "#cfc9be",
  casing: "#ffffff",
  symbols: {
    jeep: { fill: "#c83c05", edge: "#4a1500", trail: "#c83c05" },
    defector: { fill: "#c83c05", edge: "#4a1500", trail: "#c83c05" },
    kpa: { fill: "#6b2047", edge: "#32091e", trail: "#6b2047" },
    rok: { fill: "#00706b", edge: "#00322f", trail: "#00706b" },
    disc: { fill: "#4a4640", edge: "#1f1d1a", trail: "#4a4640" },
  },
  fire: "#6b2047",
  fireOpacity: 0.17,
  flag: "#1f1d1a",
  flagText: "#ffffff",
  focus: "#0b57d0",
};

const dark: Theme = {
  name: "dark",
  ground: "#262b2e",
  area: "#353e43",
  northGround: "#2b2420",
  areaEdge: "#a39e95",
  field: "#323c2b",
  garden: "#3f543a",
  water: "#284e67",
  waterEdge: "#437493",
  road: "#50585f",
  roadCasing: "#171a1c",
  building: "#50575d",
  buildingEdge: "#8d969d",
  hut: "#3a77b0",
  hutEdge: "#7db4e3",
  hutText: "#ffffff",
  wall: "#a19d94",
  ditch: "#a98a55",
  tree: "#587552",
  mdl: "#f5f1e8",
  mdlWidth: 3,
  text: "#f3f0ea",
  mutedText: "#c3beb5",
  halo: "#16191b",
  panel: "#1b1f21",
  panelEdge: "#5a6167",
  casing: "#101214",
  symbols: {
    jeep: { fill: "#ff8b4d", edge: "#fff3ea", trail: "#ff8b4d" },
    defector: { fill: "#ff8b4d", edge: "#fff3ea", trail: "#ff8b4d" },
    kpa: { fill: "#d9a0bf", edge: "#fff0f7", trail: "#d9a0bf" },
    rok: { fill: "#4fd0c3", edge: "#eafffc", trail: "#4fd0c3" },
    disc: { fill: "#c9c4bb", edge: "#ffffff", trail: "#c9c4bb" },
  },
  fire: "#d9a0bf",
  fireOpacity: 0.2,
  flag: "#f3f0ea",
  flagText: "#16191b",
  focus: "#8ab4f8",
};

/** Greys only: what a page in one ink can hold. */
const print: Theme = {
  name: "print",
  ground: "#e4e4e4",
  area: "#efefef",
  northGround: "#e2e2e2",
  areaEdge: "#707070",
  field: "#dedede",
  garden: "#d8d8d8",
  water: "#cccccc",
  waterEdge: "#b0b0b0",
  road: "#ffffff",
  roadCasing: "#a0a0a0",
  building: "#c6c6c6",
  buildingEdge: "#8f8f8f",
  hut: "#9c9c9c",
  hutEdge: "#4f4f4f",
  hutText: "#000000",
  wall: "#6f6f6f",
  ditch: "#8f8f8f",
  tree: "#cacaca",
  mdl: "#000000",
  mdlWidth: 3.4,
  mdlBand: "#9a9a9a",
  text: "#111111",
  mutedText: "#4a4a4a",
  halo: "#fafafa",
  panel: "#ffffff",
  panelEdge: "#bdbdbd",
  casing: "#ffffff",
  symbols: {
    jeep: { fill: "#111111", edge: "#000000", trail: "#111111" },
    defector: { fill: "#111111", edge: "#000000", trail: "#111111" },
    kpa: { fill: "#5c5c5c", edge: "#000000", trail: "#5c5c5c" },
    rok: { fill: "#ffffff", edge: "#000000", trail: "#545454" },
    disc: { fill: "#4a4a4a", edge: "#000000", trail: "#4a4a4a" },
  },
  fire: "#333333",
  fireOpacity: 0.16,
  flag: "#111111",
  flagText: "#ffffff",
  focus: "#000000",
};

const contrast: Theme = {
  name: "contrast",
  ground: "#ffffff",
  area: "#ffffff",
  northGround: "#ededed",
  areaEdge: "#333333",
  field: "#e3ebcb",
  garden: "#d3e6c0",
  water: "#b5d9f7",
  waterEdge: "#1f4e79",
  road: "#ffffff",
  roadCasing: "#3d3d3d",
  building: "#d2d2d2",
  buildingEdge: "#1f1f1f",
  hut: "#7fb8ee",
  hutEdge: "#003a70",
  hutText: "#000000",
  wall: "#333333",
  ditch: "#5c4300",
  tree: "#6f9a5a",
  mdl: "#000000",
  mdlWidth: 3.4,
  mdlBand: "#a6a6a6",
  text: "#000000",
  mutedText: "#1f1f1f",
  halo: "#ffffff",
  panel: "#ffffff",
  panelEdge: "#000000",
  casing: "#ffffff",
  symbols: {
    jeep: { fill: "#b32c00", edge: "#000000", trail: "#b32c00" },
    defector: { fill: "#b32c00", edge: "#000000", trail: "#b32c00" },
    kpa: { fill: "#7d0050", edge: "#000000", trail: "#7d0050" },
    rok: { fill: "#005552", edge: "#000000", trail: "#005552" },
    disc: { fill: "#000000", edge: "#000000", trail: "#000000" },
  },
  fire: "#7d0050",
  fireOpacity: 0.25,
  flag: "#000000",
  flagText: "#ffffff",
  focus: "#0000d6",
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = { light, dark, print, contrast };

/** WCAG 2 contrast ratio of two #rrggbb colours, 1 to 21. */
export function contrastRatio(colour: string, other: string): number {
  const [a, b] = [luminance(colour), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A #rrggbb colour between two, `share` of the way to the second. */
export function mixed(colour: string, other: string, share: number): string {
  const channel = (start: number) => {
    const [a, b] = [colour, other].map((hex) => Number.parseInt(hex.slice(start, start + 2), 16));
    return Math.round(a! + (b! - a!) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

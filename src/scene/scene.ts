/**
 * The display list: plain data from a small closed set of nodes. `buildScene` makes it; `paintCanvas` and `toSvg` draw it.
 * Coordinates are CSS pixels of the picture, y down, unless a group's transform says otherwise.
 */

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** CSS colour, or null for a transparent ground. */
  readonly background: string | null;
  /** Base map, MDL, trails, crossings, actors, labels, furniture: in this order, named by `id`. */
  readonly groups: readonly GroupNode[];
}

export type SceneNode = GroupNode | PathNode | CircleNode | TextNode | ImageNode;

/** x' = a x + c y + e, y' = b x + d y + f; a similarity (uniform scale), so that widths scale evenly. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface GroupNode {
  readonly type: "group";
  readonly id?: string;
  /** For people: becomes `title` in SVG. */
  readonly title?: string;
  /** Everything below depends on view and theme alone, not on the time: it may be painted once and kept. */
  readonly isStatic?: boolean;
  /** Of each fill and line below, multiplied down; where things overlap, both show. */
  readonly opacity?: number;
  /** [x, y, width, height] in the parent's coordinates. */
  readonly clip?: readonly [number, number, number, number];
  readonly transform?: Matrix;
  readonly children: readonly SceneNode[];
}

/** A run of straight lines and curves; the object's identity keys what a sink caches of it. */
export interface PathGeometry {
  /** One letter per command: M, L, Q, C, Z, as in SVG. */
  readonly commands: string;
  /** Coordinates the commands take, x before y. */
  readonly xy: ArrayLike<number>;
}

export interface Paint {
  readonly fill?: string;
  readonly fillRule?: "nonzero" | "evenodd";
  readonly stroke?: string;
  /** Pixels of the picture whatever the transform. */
  readonly strokeWidthPx?: number;
  readonly dashPx?: readonly number[];
  readonly lineCap?: "butt" | "round" | "square";
  readonly lineJoin?: "miter" | "round" | "bevel";
  readonly opacity?: number;
}

export interface PathNode extends Paint {
  readonly type: "path";
  readonly id?: string;
  readonly title?: string;
  readonly geometry: PathGeometry;
}

/** One or many discs of one style; `xy` holds their centres, and one that is NaN is left out. The radius is in pixels whatever the transform. */
export interface CircleNode extends Paint {
  readonly type: "circle";
  readonly id?: string;
  readonly title?: string;
  readonly xy: ArrayLike<number>;
  /** Number of centres used; all of `xy` where absent. */
  readonly count?: number;
  readonly radiusPx: number;
}

/** One line of text in the project's font. */
export interface TextNode {
  readonly type: "text";
  readonly id?: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly sizePx: number;
  readonly weight: 400 | 700;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Drawn behind the letters so that they stay legible on the map; half of the width shows outside them. */
  readonly halo?: { readonly colour: string; readonly widthPx: number };
  readonly rotateDegrees?: number;
  readonly opacity?: number;
  readonly tabularNumbers?: boolean;
}

export interface ImageNode {
  readonly type: "image";
  readonly id?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** data: URL only. */
  readonly href: string;
}

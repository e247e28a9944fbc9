/** Distances in the plane; `xy` arrays hold x before y. */

export function distanceToPath(xy: ArrayLike<number>, x: number, y: number): number {
  if (xy.length === 2) return Math.hypot(xy[0]! - x, xy[1]! - y);
  let nearest = Infinity;
  for (let i = 0; i + 3 < xy.length; i += 2) {
    nearest = Math.min(nearest, distanceToSegment(xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!, x, y));
  }
  return nearest;
}

function distanceToSegment(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x1 + part * dx - x, y1 + part * dy - y);
}

/** Even-odd over all rings, so that holes are outside. */
export function isInside(rings: readonly ArrayLike<number>[], x: number, y: number): boolean {
  let inside = false;
  for (const xy of rings) {
    for (let i = 0; i + 3 < xy.length; i += 2) {
      const [x1, y1, x2, y2] = [xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/** Of a closed ring, without sign. */
export function areaOf(ring: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  return Math.abs(sum) / 2;
}

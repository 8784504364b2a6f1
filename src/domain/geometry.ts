/** `[x0, y0, x1, y1]` in fractions of the upright page's width and height, origin top left (result contract). */
export type Zone = readonly [number, number, number, number]

export const zoneWidth = (z: Zone): number => z[2] - z[0]
export const zoneHeight = (z: Zone): number => z[3] - z[1]
export const centreX = (z: Zone): number => (z[0] + z[2]) / 2
export const centreY = (z: Zone): number => (z[1] + z[3]) / 2

/** Smallest zone that holds all the given ones; `null` for none. */
export function unionZones(zones: readonly Zone[]): Zone | null {
  const [first, ...rest] = zones
  if (!first) return null
  return rest.reduce<Zone>(
    (a, z) => [Math.min(a[0], z[0]), Math.min(a[1], z[1]), Math.max(a[2], z[2]), Math.max(a[3], z[3])],
    first,
  )
}

export const zonesMeet = (a: Zone, b: Zone): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** The zone grown by a fraction of the page on each side, kept inside the page. */
export function growZone(z: Zone, dx: number, dy: number): Zone {
  return [Math.max(0, z[0] - dx), Math.max(0, z[1] - dy), Math.min(1, z[2] + dx), Math.min(1, z[3] + dy)]
}

/** A zone after clockwise quarter turns of its page. */
export function turnZone([x0, y0, x1, y1]: Zone, turns: 0 | 1 | 2 | 3): Zone {
  switch (turns) {
    case 0:
      return [x0, y0, x1, y1]
    case 1:
      return [1 - y1, x0, 1 - y0, x1]
    case 2:
      return [1 - x1, 1 - y1, 1 - x0, 1 - y0]
    case 3:
      return [y0, 1 - x1, y1, 1 - x0]
  }
}

/** A zone of a part of the page, given in fractions of that part, in fractions of the page. */
export function zoneWithin(part: Zone, [x0, y0, x1, y1]: Zone): Zone {
  const [left, top] = part
  const [w, h] = [zoneWidth(part), zoneHeight(part)]
  return [left + x0 * w, top + y0 * h, left + x1 * w, top + y1 * h]
}

/** Rounded to 4 decimals (0.02 to 0.03 mm on A4) so that results stay short and stable. */
export const roundZone = (z: Zone): Zone => z.map(v => Math.round(v * 1e4) / 1e4) as unknown as Zone

/** A point in fractions of a page, origin top left. */
export type Point = readonly [number, number]
/** Clockwise from the top left. Those of a page may lie outside the picture that it was found on. */
export type Corners = readonly [Point, Point, Point, Point]

export const WHOLE: Corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

import { WHOLE, type Corners, type Point, type Zone } from '../domain/geometry.ts'
import type { Orientation } from '../domain/reading.ts'
import { homography, type Homography, type Quad } from './homography.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Where the corners of the upright page lie on the picture as received.
 * @param sheet corners of the sheet found on the picture, in fractions of it; `null` when the whole picture is the page
 * @param picture size of the sheet alone, before it was turned; any unit
 * @param upright size of the page turned and straightened, same unit
 */
export function cornersAsReceived(
  sheet: Corners | null,
  picture: Size,
  upright: Size,
  { quarterTurns, skew }: Orientation,
): Corners {
  const sideways = quarterTurns % 2 === 1
  const [width, height] = sideways ? [picture.height, picture.width] : [picture.width, picture.height]
  const [sin, cos] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)]
  const back = onSheet(sheet ?? WHOLE)
  return eachCorner(WHOLE, ([u, v]) => {
    // Straightening turns around the middle, and may grow or keep the page around it.
    const [dx, dy] = [(u - 0.5) * upright.width, (v - 0.5) * upright.height]
    const turned: Point = [0.5 + (dx * cos - dy * sin) / width, 0.5 + (dx * sin + dy * cos) / height]
    return back(turnedBack(turned, quarterTurns))
  })
}

/**
 * The quadrilateral that a zone of the upright page covers on the page as received.
 * @param received where the corners of the upright page lie there ({@link PageReading.received})
 */
export function zoneAsReceived([x0, y0, x1, y1]: Zone, received: Corners): Corners {
  const corners: Corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
  return eachCorner(corners, onSheet(received))
}

/** Undoes clockwise quarter turns. */
function turnedBack([x, y]: Point, quarterTurns: Orientation['quarterTurns']): Point {
  switch (quarterTurns) {
    case 0:
      return [x, y]
    case 1:
      return [y, 1 - x]
    case 2:
      return [1 - x, 1 - y]
    case 3:
      return [1 - y, x]
  }
}

/** From fractions of a sheet to those of the picture that it lies on, seen in perspective. */
function onSheet(corners: Corners): (p: Point) => Point {
  const map = homography(quadOf(WHOLE), quadOf(corners))
  return p => (map ? through(map, p) : p)
}

function through([a, b, c, d, e, f, g, h]: Homography, [x, y]: Point): Point {
  const z = g * x + h * y + 1
  return [(a * x + b * y + c) / z, (d * x + e * y + f) / z]
}

const eachCorner = ([a, b, c, d]: Corners, move: (p: Point) => Point): Corners => [move(a), move(b), move(c), move(d)]

const quadOf = ([a, b, c, d]: Corners): Quad => [toXy(a), toXy(b), toXy(c), toXy(d)]
const toXy = ([x, y]: Point): { x: number; y: number } => ({ x, y })

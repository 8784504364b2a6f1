/** Perspective maps between quadrilaterals. */

export interface Point {
  readonly x: number
  readonly y: number
}
/** Corners clockwise from the top left. */
export type Quad = readonly [Point, Point, Point, Point]

/** x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) / (g x + h y + 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number]

/** The map that sends four points to four others; `null` when three of them are in line. */
export function homography(from: Quad, to: Quad): Homography | null {
  const rows: number[][] = []
  from.forEach((p, i) => {
    const q = to[i] as Point
    rows.push([p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x, q.x])
    rows.push([0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y, q.y])
  })
  const solution = solve(rows)
  return solution && (solution as unknown as Homography)
}

/** Gauss-Jordan with partial pivoting on an n x (n + 1) matrix, changed in place. */
function solve(rows: number[][]): number[] | null {
  const n = rows.length
  const cell = (r: number, c: number): number => rows[r]?.[c] ?? 0
  for (let c = 0; c < n; c++) {
    let pivot = c
    for (let r = c + 1; r < n; r++) if (Math.abs(cell(r, c)) > Math.abs(cell(pivot, c))) pivot = r
    if (Math.abs(cell(pivot, c)) < 1e-9) return null
    ;[rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]]
    for (let r = 0; r < n; r++) {
      if (r === c) continue
      const factor = cell(r, c) / cell(c, c)
      const row = rows[r] as number[]
      for (let k = c; k <= n; k++) row[k] = cell(r, k) - factor * cell(c, k)
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1))
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

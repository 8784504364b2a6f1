import { roundZone, type Zone } from '../domain/geometry.ts'
import type { Evidence } from '../formats/nir-evidence.ts'

/**
 * A NIR on a page: where it stands and why it was taken for one, never the number itself. `secret` gives the number to
 * the search of the same number and to the proof after writing; it is not enumerable, so neither JSON, nor a copy, nor a log
 * of the finding can print it, and a finding sent to another process arrives without it.
 */
export interface NirFinding {
  readonly page: number
  /** Number and key, in one zone or several (key in its own box, second line). */
  readonly zones: readonly Zone[]
  readonly score: number
  readonly evidence: readonly Evidence[]
  /** A strong label stands beside it. */
  readonly label: boolean
  /** 13 characters, 15 with the key when it was read; `null` when the figures could not be read. In memory only. */
  secret(): string | null
}

/** Everything of a finding but its number. */
type Told = Omit<NirFinding, 'secret'>

export function finding(told: Told, secret: string | null): NirFinding {
  const made = { ...told, zones: told.zones.map(outward) }
  Object.defineProperty(made, 'secret', { value: () => secret, enumerable: false })
  return made as unknown as NirFinding
}

/** Rounded for the result, never inward. */
function outward(zone: Zone): Zone {
  const [x0, y0, x1, y1] = roundZone(zone)
  const step = 1e-4
  return [
    x0 > zone[0] ? round(x0 - step) : x0,
    y0 > zone[1] ? round(y0 - step) : y0,
    x1 < zone[2] ? round(x1 + step) : x1,
    y1 < zone[3] ? round(y1 + step) : y1,
  ]
}

const round = (v: number): number => Math.min(1, Math.max(0, Math.round(v * 1e4) / 1e4))

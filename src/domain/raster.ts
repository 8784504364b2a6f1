/** Raw pixels, row by row, no padding. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** 1: grey, 3: RGB. */
  readonly channels: 1 | 3
  readonly data: Uint8Array
  readonly dpi: number
}

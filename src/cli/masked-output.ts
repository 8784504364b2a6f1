import { maskNir } from '../formats/nir-text.ts'

/** Where the command line writes. */
export interface Output {
  /** True on a terminal, where a line can be drawn over. */
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** The NIR barrier of the command line: whatever a command, a library or an error says passes through it. */
export const throughBarrier = (output: Output): Output => ({
  isTTY: output.isTTY === true,
  write: text => output.write(maskNir(text)),
})

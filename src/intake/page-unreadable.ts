/**
 * A page that cannot be decoded (broken stream, refused size). It costs that page only, never the file.
 * The message holds no content of the page.
 */
export class PageUnreadable extends Error {
  override readonly name = 'PageUnreadable'
  /** Number in the file, from 1. */
  readonly page: number

  constructor(page: number, options?: ErrorOptions) {
    super(`page ${page} cannot be decoded`, options)
    this.page = page
  }
}

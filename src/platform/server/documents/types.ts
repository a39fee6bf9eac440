/** What the papers are made of: plain words and days, already chosen and already allowed to be seen by the caller. */

/** How a paper is printed, the same for every kind. */
export type PaperFrame = {
  /** A draft says so across every page and carries no QR; a final one refuses to print without its address. */
  readonly state: 'draft' | 'final'
  /** Prints the demo mark across the top of every page. */
  readonly demo: boolean
  /** `PUBLIC_URL`, no slash at the end; null where the operator has set none. */
  readonly publicUrl: string | null
  /** Across every page in large letters, where it no longer holds. */
  readonly across?: string
  /** At the foot of every page: as of which day it speaks, when it was printed. */
  readonly foot?: string
}

/** Who issues: the lines at the top left, without the rule under them. */
export type Issuer = {
  /** The body above, where the habit of the place names it. */
  readonly superior: string | null
  /** `Ủy ban nhân dân xã Tam Hồng`; papers put it in capitals. */
  readonly name: string
  /** As in the date line: `Tam Hồng`. */
  readonly place: string
}

export type Signer = {
  /** Lines above the signature: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  readonly titles: readonly string[]
  readonly name: string | null
}

export type TableColumn = {
  readonly title: string
  /** Share of the width, in any unit; also the width in characters of a spreadsheet. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  /** Spreadsheet number format, such as `#,##0`; cells are then numbers. */
  readonly format?: string
}
export type TableCell = string | number | boolean | null

/** Any list of the office, as shown on the screen. A boolean prints as a tick or nothing. */
export type TableInput = {
  readonly title: string
  readonly subtitle: string | null
  /** The unit that issues it, as the file's author; without it the program's name. */
  readonly issuer?: string
  readonly landscape: boolean
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Signed by hand in its rows, which then have room for it, and by these under it, left and right. */
  readonly toSign?: readonly [left: string, right: string]
}

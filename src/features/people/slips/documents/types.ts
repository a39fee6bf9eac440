import type { PlainDate } from '#kernel/dates.ts'

export type SlipPaper = {
  readonly name: string
  readonly login: string
  /** Villages or communes, by name. */
  readonly places: readonly string[]
  /** As it is typed: `K7QM-2XPD-9HTR-4WBN`. */
  readonly code: string
  /** What the QR opens; null where the operator has set no public address. */
  readonly link: string | null
  readonly lastDay: PlainDate
}
export type SlipsPaper = {
  /** Whose administrator gave them. */
  readonly area: string
  /** What is typed where no QR can be read. */
  readonly address: string
  readonly slips: readonly SlipPaper[]
}

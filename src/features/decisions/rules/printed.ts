/** The line at the foot of every page of every paper of a decision, the same in PDF, Word and spreadsheet. */
import { type PlainDate, showDate } from '#kernel/dates.ts'

export type Printing = {
  /** As of which day the register is told. */
  readonly registerDay: PlainDate
  /** When this copy is printed; null of a draft, which is not a print. */
  readonly on: PlainDate | null
  /** The paper was signed on an earlier print. */
  readonly again: boolean
}

export const footOf = ({ registerDay, on, again }: Printing): string => {
  const printed = on ? ` ${again ? 'Bản in lại' : 'In'} ngày ${showDate(on)}.` : ''
  return `Số liệu theo sổ hộ ngày ${showDate(registerDay)}.${printed}`
}

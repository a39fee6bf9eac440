/** Instants as people read them, in Vietnam's time whatever the clock of this device says. */
import { dayInVietnam, showDate } from '#kernel/dates.ts'

const vietnam = 7 * 3_600_000

/** `14:05` */
export const showTime = (instant: string): string => new Date(Date.parse(instant) + vietnam).toISOString().slice(11, 16)

/** `05/11/2026 14:05` */
export const showInstant = (instant: string): string =>
  `${showDate(dayInVietnam(Date.parse(instant)))} ${showTime(instant)}`

/** Three boxes of a day to a value and back. Pure. */
import { findPlainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'

export type DayBoxes = { readonly day: string; readonly month: string; readonly year: string }

const two = (text: string): string => text.padStart(2, '0')

/** `2026-11-05` or, where a year alone is allowed, `1958`. */
export function boxesOf(value: string | null): DayBoxes {
  const [year = '', month = '', day = ''] = (value ?? '').split('-')
  return { day, month, year }
}

/** The value the boxes say: a day, a year alone where allowed, or null where they are empty, unfinished or wrong. */
export function dayOf(boxes: DayBoxes, yearAlone: boolean): string | null {
  const { day, month, year } = boxes
  if (!/^\d{4}$/.test(year)) return null
  if (!day && !month) return yearAlone ? year : null
  return findPlainDate(`${year}-${two(month)}-${two(day)}`)
}

/** What is wrong once the reader has left the boxes; null where they are empty or right. */
export function faultOf(boxes: DayBoxes, yearAlone: boolean): Said | null {
  const { day, month, year } = boxes
  if (!day && !month && !year) return null
  if (dayOf(boxes, yearAlone)) return null
  if (!/^\d{4}$/.test(year)) return { vi: 'Năm gồm bốn chữ số.', en: 'A year has four digits.' }
  if (!day || !month) {
    return yearAlone
      ? { vi: 'Nhập đủ ngày và tháng, hoặc chỉ nhập năm.', en: 'Type day and month, or the year alone.' }
      : { vi: 'Nhập đủ ngày, tháng và năm.', en: 'Type day, month and year.' }
  }
  return {
    vi: `Không có ngày ${two(day)}/${two(month)}/${year}.`,
    en: `There is no day ${two(day)}/${two(month)}/${year}.`,
  }
}

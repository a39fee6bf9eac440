/** From when until when a credential holds, and which turn completes what a rule asks. Pure. */

import { dayOfYearSaid } from '#features/training/limits/rules.ts'
import { addDays, findPlainDate, type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import type { Lasts } from './model.ts'

/** The last day of so many months that begin on the day: 12 months from 15/03/2026 end with 14/03/2027, both days counted. */
export function lastOfMonths(from: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  const there = (days: number) =>
    `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-${String(days).padStart(2, '0')}`
  const same = findPlainDate(there(day))
  if (same) return addDays(same, -1)
  // A month without that day ends with its own last.
  for (let last = 31; last > 27; last -= 1) {
    const found = findPlainDate(there(last))
    if (found) return found
  }
  return plainDate(there(28))
}

export type Held = { readonly validFrom: PlainDate; readonly lastDay: PlainDate }
type Completed = { readonly on: PlainDate; readonly before: Held | null; readonly renewMonths: number }

/** Whether one that ended then may still be renewed on the day: within the months of the rule after its last day. */
export const mayRenew = (lastDay: PlainDate, on: PlainDate, renewMonths: number): boolean =>
  on <= lastDay || (renewMonths > 0 && on <= lastOfMonths(addDays(lastDay, 1), renewMonths))

/** From its first to its last day, both included. */
export function heldBy({ validity, months, firstDay, lastDay }: Lasts, { on, before, renewMonths }: Completed): Held {
  if (validity === 'year_end') return { validFrom: on, lastDay: plainDate(`${yearOf(on)}-12-31`) }
  if (validity === 'window') return windowFrom(on, firstDay ?? '01-01', lastDay ?? '12-31')
  const lasts = months ?? 1
  if (validity === 'completion' || !before || !mayRenew(before.lastDay, on, renewMonths))
    return { validFrom: on, lastDay: lastOfMonths(on, lasts) }
  // It goes on from the end of the old one, which somebody who renews late does not gain by.
  const counted = lastOfMonths(addDays(before.lastDay, 1), lasts)
  return { validFrom: on, lastDay: counted < on ? on : counted }
}

/** The first window of the years that has not ended on the day. */
function windowFrom(on: PlainDate, first: string, last: string): Held {
  for (let year = yearOf(on) - 1; ; year += 1) {
    const lastDay = plainDate(`${last < first ? year + 1 : year}-${last}`)
    const begins = plainDate(`${year}-${first}`)
    if (lastDay >= on) return { validFrom: begins > on ? begins : on, lastDay }
  }
}

type Turn = { readonly topics: readonly string[] }

/**
 * The turns that complete what a rule asks, in order: each time all its topics were completed since the last of them, the
 * turns that brought one, the last of which is the basis.
 * `turns` in the order in which they were completed, from after the last that was the basis of a credential.
 */
export function completing<T extends Turn>(asked: readonly string[], turns: readonly T[]): (readonly [T, ...T[]])[] {
  const found: (readonly [T, ...T[]])[] = []
  let [done, brought] = [new Set<string>(), [] as T[]]
  for (const turn of turns) {
    const before = done.size
    for (const topic of turn.topics) if (asked.includes(topic)) done.add(topic)
    if (done.size === before) continue
    brought = [...brought, turn]
    if (done.size < new Set(asked).size) continue
    const [last, ...others] = brought.reverse()
    if (last) found.push([last, ...others])
    ;[done, brought] = [new Set(), []]
  }
  return found
}

/** Whether it says what its kind of end is about, and nothing else. */
export const saysItsValidity = ({ validity, months, firstDay, lastDay }: Lasts): boolean =>
  (months !== null) === (validity === 'completion' || validity === 'old_end') &&
  [firstDay, lastDay].every((one) => (one !== null) === (validity === 'window'))

/** "12 tháng từ ngày hoàn thành". */
export function lastsSaid({ validity, months, firstDay, lastDay }: Lasts): Said {
  if (validity === 'completion')
    return { vi: `${months} tháng từ ngày hoàn thành`, en: `${months} months from completion` }
  if (validity === 'old_end')
    return { vi: `${months} tháng, nối tiếp chứng nhận cũ`, en: `${months} months from the end of the old one` }
  if (validity === 'year_end') return { vi: 'đến hết năm', en: 'until the end of the year' }
  const [first, last] = [dayOfYearSaid(firstDay ?? ''), dayOfYearSaid(lastDay ?? '')]
  return { vi: `từ ${first} đến hết ${last} hằng năm`, en: `${first} to ${last} each year` }
}

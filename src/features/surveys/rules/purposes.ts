/** What a verdict is for, as an official says it: by the days between which its standard decides. */
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import type { Purpose } from '../model.ts'

/** `holdFrom`: the day from which the classes of an annual round hold; null where none is named. */
export function purposeSaid(purpose: Purpose, holdFrom: PlainDate | null, today: PlainDate): Said {
  if (purpose === 'opens')
    return holdFrom
      ? { vi: `Theo chuẩn áp dụng từ ${showDate(holdFrom)}`, en: `By the standard from ${showDate(holdFrom)} on` }
      : { vi: 'Theo chuẩn áp dụng', en: 'By the standard that applies' }
  if (holdFrom === null) return { vi: 'Theo chuẩn trước đó', en: 'By the standard before' }
  const last = showDate(addDays(holdFrom, -1))
  return today < holdFrom
    ? { vi: 'Theo chuẩn đang áp dụng', en: 'By the standard in force' }
    : { vi: `Theo chuẩn áp dụng đến hết ${last}`, en: `By the standard to ${last}` }
}

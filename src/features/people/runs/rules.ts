/** What is said of a job and of a run. Pure. */
import { findPlainDate, showDate } from '#kernel/dates.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { RunState } from './words.ts'

/** A schedule as people say it. Throws RangeError for a form that has no words yet. */
export function scheduleSaid(schedule: string): Said {
  const hourly = /^(\d{1,2}) \* \* \* \*$/.exec(schedule)
  if (hourly) return { vi: `mỗi giờ, vào phút ${hourly[1]}`, en: `every hour at minute ${hourly[1]}` }
  const daily = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(schedule)
  if (!daily) throw new RangeError(`no words for the schedule ${schedule}`)
  const time = `${daily[2]?.padStart(2, '0')}:${daily[1]?.padStart(2, '0')}`
  return { vi: `hằng ngày lúc ${time}`, en: `every day at ${time}` }
}

const shown = (fact: unknown): unknown => {
  const day = typeof fact === 'string' ? findPlainDate(fact) : null
  return day ? showDate(day) : fact
}

type Output = { readonly facts?: Record<string, unknown>; readonly vi?: unknown; readonly en?: unknown }

/**
 * What a run did, by the sentence of its job; or why its last try failed. `cutOff`: for a try that could say nothing
 * itself. Null where it has not been tried.
 */
export function runSaid(run: { state: RunState; output: unknown }, did: Said, cutOff: Said): Said | null {
  const output = run.output as Output | null
  if (!output) return null
  if (run.state === 'done') {
    const facts = Object.fromEntries(Object.entries(output.facts ?? {}).map(([name, fact]) => [name, shown(fact)]))
    return { vi: fill(did.vi, facts), en: fill(did.en, facts) }
  }
  const { vi, en } = output
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : cutOff
}

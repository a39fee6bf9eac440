/**
 * What day it is without a line: this device's clock, put right by the difference that was seen when the server answered
 * last. A clock that stands in another year is no reason to write another year on a form.
 */
import { dayInVietnam, type PlainDate } from '#kernel/dates.ts'
import { keep, kept } from './keep.ts'

const name = 'clock'
/** Answers say the time in whole seconds and travel for some: less than this is no difference. */
const tellingMs = 60_000

const behindBy = (): number => {
  const found = Number(kept(name) ?? 0)
  return Number.isFinite(found) ? found : 0
}

/** Sees the time in an answer of the server. */
export function seeTime(date: string | null, now = Date.now()): void {
  const said = Date.parse(date ?? '')
  if (Number.isNaN(said)) return
  const difference = said - now
  if (Math.abs(difference - behindBy()) > tellingMs) keep(name, String(Math.round(difference)))
}

/** Milliseconds, as the server would say now. */
export const nowHere = (now = Date.now()): number => now + behindBy()

export const todayHere = (now = Date.now()): PlainDate => dayInVietnam(nowHere(now))

/** Places one after the other, each by a command of its own: what is refused of one leaves the others placed. */
import { useState } from 'preact/hooks'
import { saidAlone } from '#kernel/alone.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AppointmentId, AreaId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { newId } from '#platform/web/ids.ts'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { asProblem } from '#platform/web/problem.ts'
import { refresh } from '#platform/web/reads.ts'
import { postSaid } from '../columns.ts'
import type * as contract from '../contract.ts'
import { endAppointment, renewAppointment } from './calls.ts'
import { isFilled } from './there.ts'

export type Row = OutputOf<typeof contract.listOfficials>['rows'][number]
export type Left = Row['posts'][number] & Pick<Row, 'officialId' | 'name'>
/** `since`: the first day of the new unit. */
export type Placed = { readonly one: Left; readonly areaId: AreaId; readonly since: PlainDate }
export type Decision = { readonly decisionNumber: string; readonly decidedOn: PlainDate | null }
/** `why` of one alone: others were written. */
type Refused = { readonly one: Left; readonly who: string; readonly why: string; readonly filled: boolean }

export type PlacedMany = { readonly placed: number; readonly elsewhere: number }
/** "Đã bố trí lại 13 chức danh; 2 chức danh nơi khác đã bố trí." */
export const placedSaid = ({ placed, elsewhere }: PlacedMany): string =>
  [
    say({ vi: 'Đã bố trí lại {n} chức danh.', en: '{n} {n:post|posts} placed again.' }, { n: showNumber(placed) }),
    ...(elsewhere > 0
      ? [
          say(
            {
              vi: '{n} chức danh đã được bố trí hoặc ghi thôi từ trước, ở cửa sổ hay máy khác.',
              en: '{n} had been placed or ended before, in another window or by somebody else.',
            },
            { n: showNumber(elsewhere) },
          ),
        ]
      : []),
  ].join(' ')

/** The posts of these people whose units have ended. */
export const leftOf = (rows: readonly Row[]): Left[] =>
  rows.flatMap(({ officialId, name, posts }) =>
    posts.filter(({ unplacedFrom }) => unplacedFrom).map((one) => ({ ...one, officialId, name })),
  )

/** Their first day at the new unit: that on which the former had ended, and no day before the new one stood; who was to begin later begins then. */
export const fromOf = ({ one: { from, unplacedFrom }, since }: Placed): PlainDate | null =>
  unplacedFrom && ([from, unplacedFrom, since].sort().at(-1) ?? null)

/** `elsewhere`: somebody else, or another window, has ended the former post meanwhile. */
type Came = 'placed' | 'elsewhere'

/** `also`: though the norm is filled. */
export async function placeOne(placed: Placed, { also, ...decision }: Decision & { also: boolean }): Promise<Came> {
  const { one, areaId } = placed
  const { appointmentId, post, standing } = one
  const from = fromOf(placed)
  if (!from) return 'elsewhere'
  const given = { appointmentId, post, areaId, standing, from, until: null, ...decision, ...(also && { also }) }
  const nextId = newId<'appointment'>() as AppointmentId
  const placing = send(renewAppointment, { ...given, nextId }, { commandId: newId<'command'>() })
  // Who held the same post at two units that became one holds it there once: the other ended with its unit.
  try {
    await placing
  } catch (fault) {
    const { code } = asProblem(fault)
    if (code === 'official.appointment_ended') return 'elsewhere'
    if (code !== 'official.post_held' || !one.unplacedFrom || one.from >= one.unplacedFrom) throw fault
    const ended = { appointmentId, last: addDays(one.unplacedFrom, -1), reason: 'unit_ended' as const }
    await send(endAppointment, ended, { commandId: newId<'command'>() })
  }
  return 'placed'
}

export function usePlacing() {
  const [at, setAt] = useState<number | null>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [came, setCame] = useState<Readonly<Record<Came, number>>>({ placed: 0, elsewhere: 0 })
  /** Whom it could not place, and how many it did in all. */
  const run = async (all: readonly Placed[], decision: Decision, also: boolean) => {
    const faults: Refused[] = []
    const count = { ...came }
    for (const [done, placed] of all.entries()) {
      setAt(done)
      const placing = placeOne(placed, { ...decision, also }).then((how) => {
        count[how] += 1
      })
      await placing.catch((fault) => {
        const { name, place } = placed.one
        const problem = asProblem(fault)
        const who = `${name}, ${say(postSaid(placed.one))}, ${place}`
        faults.push({ one: placed.one, who, why: say(saidAlone(problem.title)), filled: isFilled(problem) })
      })
    }
    setAt(null)
    setCame(count)
    setRefused(faults)
    refresh()
    return { refused: faults, came: count }
  }
  return { at, refused, came, run }
}

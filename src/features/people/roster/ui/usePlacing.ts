/** Places one after the other, each by a command of its own: what is refused of one leaves the others placed. */
import { useState } from 'preact/hooks'
import { saidAlone } from '#kernel/alone.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AppointmentId, AreaId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { newId } from '#platform/web/ids.ts'
import { say } from '#platform/web/language.ts'
import { asProblem } from '#platform/web/problem.ts'
import { refresh } from '#platform/web/reads.ts'
import { postSaid } from '../columns.ts'
import type * as contract from '../contract.ts'
import { endAppointment, renewAppointment } from './calls.ts'
import { isFilled } from './there.ts'

export type Row = OutputOf<typeof contract.listOfficials>['rows'][number]
export type Left = Row['posts'][number] & Pick<Row, 'officialId' | 'name'>
export type Placed = { readonly one: Left; readonly areaId: AreaId }
export type Decision = { readonly decisionNumber: string; readonly decidedOn: PlainDate | null }
/** `why` of one alone: others were written. */
type Refused = { readonly one: Left; readonly who: string; readonly why: string; readonly filled: boolean }

/** The posts of these people whose units have ended. */
export const leftOf = (rows: readonly Row[]): Left[] =>
  rows.flatMap(({ officialId, name, posts }) =>
    posts.filter(({ unplacedFrom }) => unplacedFrom).map((one) => ({ ...one, officialId, name })),
  )

/** Their first day at the new unit: that on which the former had ended; who was to begin later begins then. */
export const fromOf = ({ from, unplacedFrom }: Left): PlainDate | null =>
  unplacedFrom && (from > unplacedFrom ? from : unplacedFrom)

/** `also`: though the norm is filled. */
async function placeOne({ one, areaId }: Placed, { also, ...decision }: Decision & { also: boolean }): Promise<void> {
  const { appointmentId, post, standing } = one
  const from = fromOf(one)
  if (!from) return
  const given = { appointmentId, post, areaId, standing, from, until: null, ...decision, ...(also && { also }) }
  const nextId = newId<'appointment'>() as AppointmentId
  const placing = send(renewAppointment, { ...given, nextId }, { commandId: newId<'command'>() })
  // Who held the same post at two units that became one holds it there once: the other ended with its unit.
  await placing.catch(async (fault) => {
    if (asProblem(fault).code !== 'official.post_held' || !one.unplacedFrom || one.from >= one.unplacedFrom) throw fault
    const ended = { appointmentId, last: addDays(one.unplacedFrom, -1), reason: 'unit_ended' as const }
    await send(endAppointment, ended, { commandId: newId<'command'>() })
  })
}

export function usePlacing() {
  const [at, setAt] = useState<number | null>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  /** Whom it could not place. */
  const run = async (all: readonly Placed[], decision: Decision, also: boolean): Promise<readonly Refused[]> => {
    const faults: Refused[] = []
    for (const [done, placed] of all.entries()) {
      setAt(done)
      await placeOne(placed, { ...decision, also }).catch((fault) => {
        const { name, place } = placed.one
        const problem = asProblem(fault)
        const who = `${name}, ${say(postSaid(placed.one))}, ${place}`
        faults.push({ one: placed.one, who, why: say(saidAlone(problem.title)), filled: isFilled(problem) })
      })
    }
    setAt(null)
    setRefused(faults)
    refresh()
    return faults
  }
  return { at, refused, run }
}

/** What two people wrote at once is never written over. */
import type { AreaId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { type Edit, type Fields, merged } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import { lastMade, makerOf } from './maker.ts'

/** Whose change it is: the event that the audit has of the one before, and the place where its maker works. */
type Of = {
  readonly areaId: AreaId
  readonly subject: string
  readonly what: string
  readonly facts?: Readonly<Record<string, unknown>>
}

/** What of a change is to be written; throws `record.changed_since`, told with who did, where another wrote the same since it was seen. */
export async function mergedOrTold(db: Db, edit: Edit, { areaId, ...made }: Of): Promise<Fields> {
  const { set, touching } = merged(edit)
  if (touching.length === 0) return set
  const maker = await makerOf(db, areaId, await lastMade(db, made))
  throw problem('record.changed_since', {
    count: touching.length,
    touching: touching.map((one) => ({ ...one, ...maker })),
  })
}

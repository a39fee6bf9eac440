/** A person is entered into the roster, opened, changed. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdTreeStill, namesOn } from '#features/areas/queries.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AccountId, AreaId, OfficialId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { merged } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import { leaving, type Trace } from '#platform/server/doors/traces.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { lastMade, makerOf } from '../../audit/maker.ts'
import { peopleEvent } from '../../events.ts'
import { alikeTo, insertApart } from '../../joining/queries.ts'
import * as contract from '../contract.ts'
import { checkedId, openedId, type Sealed, sealedId } from '../identity.ts'
import { checked, keeperOf, mustBeNew, mustFind, notThere } from '../must.ts'
import { rosterProblem } from '../problems.ts'
import * as roster from '../queries.ts'
import { isOfAge } from '../rules.ts'
import { firstHeld } from '../store/appointments.ts'
import { give } from './appointments.ts'

export const addOfficial = change(contract.addOfficial, async ({ db, actor, input, today, services }) => {
  const { officialId, unitId: enteredAt, holds, sure, citizenId, ...particulars } = input
  await holdTreeStill(db)
  await mustBeAble({ db, actor }, 'roster.write', enteredAt)
  const unitId = await keeperOf(db, enteredAt, today)
  await mustBeAble({ db, actor }, 'roster.write', unitId)
  const who = checked(particulars, today)
  const id = checkedId(citizenId, who)
  await roster.holdNewcomers(db)
  await mustBeNew(db, who, { day: today, sure })
  const sealed = id === null ? null : sealedId(services.keys, officialId, id)
  await roster.insertOfficials(db, [{ officialId, unitId, who, sealed, takenOver: [] }])
  if (holds) {
    await mustBeAble({ db, actor }, 'roster.write', holds.areaId)
    await give(db, holds, { officialId, by: actor.accountId, today })
  }
  const facts = { ...(holds && { post: holds.post }), ...(sure && { sure }) }
  const event = peopleEvent('official.entered', { subject: officialId, area: unitId, facts })
  const apart = sure ? await saidApartFrom(db, { officialId, unitId, why: sure, by: actor.accountId, today }) : []
  return happened(event, { officialId }, apart)
})

type Newcomer = {
  readonly officialId: OfficialId
  readonly unitId: AreaId
  readonly why: string
  readonly by: AccountId
  readonly today: PlainDate
}
/** Why a newcomer is another person than those who are alike is what says of each pair that they are two. */
async function saidApartFrom(db: Db, { officialId, unitId, why, by, today }: Newcomer) {
  const others = await alikeTo(db, officialId)
  const otherAt = (await namesOn(db, [unitId], today)).get(unitId) ?? ''
  for (const other of others) {
    const pair = { kept: officialId, former: other.officialId }
    await insertApart(db, pair, { id: newId(), because: why, by, on: today })
  }
  return others.map((other) =>
    peopleEvent('official.said_apart', {
      subject: other.officialId,
      area: other.unitId,
      facts: { why, other: officialId, otherAt },
    }),
  )
}

export const openOfficial = change(contract.openOfficial, async ({ db, input, services }) => {
  const found = await mustFind(db, input.officialId)
  const { officialId, unitId, accountName: _account, ...particulars } = found
  const citizenId = await openedId(db, services.keys, officialId)
  const facts = { citizenId: citizenId !== null }
  const event = peopleEvent('official.opened', { subject: officialId, area: unitId, facts, forget: true })
  return happened(event, { ...particulars, citizenId })
})

/** The official, who stands still until the change ends; throws where the actor may not change them. */
export async function held({ db, actor }: Parameters<typeof mustBeAble>[0], officialId: OfficialId) {
  const official = await roster.holdOfficial(db, officialId)
  if (!official) throw await notThere(db, officialId)
  await mustBeAble({ db, actor }, 'roster.write', official.unitId)
  return official
}

/** `citizenId`: null where it is dropped. */
type Changing = Omit<InputOf<typeof contract.changeOfficial>, 'citizenId' | 'dropCitizenId'> & {
  readonly citizenId?: string | null
}

/** Of a sealed number: the three figures that are shown, and the mark by which it is seen. */
const hidden = ({ citizenIdMark: mark, citizenIdShown: theirs }: roster.Official) => ({ was: null, theirs, mark })

/** What stands after the change; throws `record.changed_since` where another wrote the same since it was seen. */
async function after(db: Db, official: roster.Official, { officialId, was, ...wanted }: Changing) {
  const now = { ...official, citizenId: official.citizenIdMark }
  const { set, touching } = merged({ was: was ?? null, wanted, now })
  if (touching.length === 0) return { ...official, ...set }
  const made = await lastMade(db, { subject: officialId, what: 'official.changed' })
  const maker = await makerOf(db, official.unitId, made)
  const told = touching.map((one) => ({ ...one, ...(one.field === 'citizenId' && hidden(official)), ...maker }))
  const changed = problem('record.changed_since', { count: touching.length, touching: told })
  // The name is in every list, the number stays hidden; who is told anything else has opened the record.
  const hides = touching.every(({ field }) => field === 'name' || field === 'citizenId')
  throw hides ? changed : leaving(changed, wasOpened(official))
}

/** What stays of particulars that were told: the same line as of opening them. */
const wasOpened = ({ officialId, unitId }: roster.Official): Trace => ({
  count: async () => undefined,
  event: peopleEvent('official.opened', {
    subject: officialId,
    area: unitId,
    facts: { citizenId: false },
    forget: true,
  }),
})

const fields = ['name', 'sex', 'birth', 'ethnicity', 'languages', 'phone', 'personalNumber'] as const

/** A citizen id that is typed is kept; one that is held fits who the person is said to be. */
async function resealed(
  db: Db,
  { keys, typed, who }: { keys: Parameters<typeof sealedId>[0]; typed: string | undefined; who: roster.Official },
): Promise<Sealed | undefined> {
  const before = await openedId(db, keys, who.officialId)
  const id = checkedId(typed, who) ?? checkedId(before ?? '', who)
  return id !== null && id !== before ? sealedId(keys, who.officialId, id) : undefined
}

/** Refuses a birth by which the official was a child when the roster has them in a post. */
async function mustBeBornBefore(db: Db, officialId: OfficialId, birth: roster.Official['birth']): Promise<void> {
  const first = await firstHeld(db, officialId)
  if (first && !isOfAge(birth, first))
    throw rosterProblem('official.born_after', { day: showDate(first), year: String(birth.year) })
}

export const changeOfficial = change(contract.changeOfficial, async ({ db, actor, input, today, services }) => {
  const official = await held({ db, actor }, input.officialId)
  const { citizenId, dropCitizenId = false, ...rest } = input
  const typed = citizenId?.trim()
  const drops = dropCitizenId && !typed
  const wanted = typed ? { ...rest, citizenId: typed } : drops ? { ...rest, citizenId: null } : rest
  const who = checked(await after(db, official, wanted), today)
  if (who.birth.year > official.birth.year) await mustBeBornBefore(db, official.officialId, who.birth)
  const sealed = drops ? null : await resealed(db, { keys: services.keys, typed, who: { ...official, ...who } })
  const changed = fields.filter((field) => JSON.stringify(who[field]) !== JSON.stringify(official[field]))
  const facts = { fields: [...changed, ...(sealed || (drops && official.citizenIdMark) ? ['citizenId'] : [])] }
  // What a person types comes from the personnel system no more.
  const takenOver = official.takenOver.filter((field) => !facts.fields.includes(field))
  await roster.updateOfficial(db, input.officialId, { who, takenOver, ...(sealed !== undefined && { sealed }) })
  const event = peopleEvent('official.changed', { subject: input.officialId, area: official.unitId, facts })
  return happened(event, { officialId: input.officialId })
})

/** A member leaves, or the whole household does. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { HouseholdId, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Intent, Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { forgetIdentity, freeIdentity } from '../identity.ts'
import type { EndReason, LeaveReason, Member } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { findLastHeadChange } from '../queries.ts'
import { mustFollow, mustHaveCome, mustLeave } from '../rules/membership.ts'
import { endHousehold as endHouseholdRow, type NewEvent, refreshHouseholds } from '../store/households.ts'
import { endStays } from '../store/members.ts'
import { type Asking, mustBeSure } from './doubles.ts'
import { getStaying, type Held, holdHousehold, mustComeLast } from './ground.ts'
import { passHead } from './head.ts'
import { record } from './record.ts'
import { headOf, mustFollowHead } from './relative.ts'
import { mustLeaveLed, mustLeaveWhole } from './whole.ts'

type Leaving = { readonly on: PlainDate; readonly reason: LeaveReason }

/** Who moved out may be entered elsewhere; who was never there holds nothing; the dead keep their id. */
export async function settleIdentity(db: Db, persons: readonly PersonId[], { on, reason }: Leaving): Promise<void> {
  if (persons.length === 0) return
  if (reason === 'moved_out' || reason === 'married') await freeIdentity(db, persons, on)
  if (reason === 'entered_by_mistake') await forgetIdentity(db, persons)
}

/** How a household ends with its last member. */
const endsBy = {
  died: 'died_out',
  moved_out: 'moved_away',
  married: 'moved_away',
  entered_by_mistake: 'entered_by_mistake',
} as const satisfies Partial<Record<LeaveReason, EndReason>>

const eventOf = { died: 'died', moved_out: 'moved_out', married: 'moved_out', entered_by_mistake: 'moved_out' } as const

/** Entered by mistake, it was there at no time: whatever was decided on it speaks against that. */
const ending = (id: HouseholdId, { on, reason }: { on: PlainDate; reason: EndReason }): Intent => ({
  ...{ of: 'household', id, act: 'household.ended', on },
  ...(reason === 'entered_by_mistake' && { since: '-infinity' }),
})

type Ground = { readonly db: Db; readonly touches: Touches }
type Ending = Pick<Asking, 'today' | 'sure'> & { readonly on: PlainDate; readonly reason: EndReason }

/** Whether it may end from the day on; asked where another room holds it to have stood longer. What goes into the event. */
async function mustMeanEnd({ db, touches }: Ground, held: Held, { on, reason, today, sure }: Ending) {
  const intent = ending(held.household.householdId, { on, reason })
  await touches.mustAllow(db, intent)
  return mustBeSure(db, { ...asking(held), today, sure, beside: await touches.asked(db, intent) })
}

/** The first day on which it no longer stands; entered by mistake, it stood on none. */
const endOf = ({ household }: Held, { on, reason }: { on: PlainDate; reason: EndReason }): PlainDate =>
  reason === 'entered_by_mistake' ? household.startedOn : on

type Leave = { readonly leaving: Member; readonly input: InputOf<typeof contract.memberLeaves> }

/** Who was entered by mistake was head on no day: the next one is from the day on which that one was. */
async function headFrom(db: Db, { household, leaving, head, on, reason }: Pick<Held, 'household'> & Heir & Leaving) {
  if (reason !== 'entered_by_mistake' || leaving.relation !== 'head') return on
  const last = await findLastHeadChange(db, household.householdId)
  const from = last && last > leaving.joinedOn ? last : leaving.joinedOn
  if (head.joinedOn > from) throw notThere({ leaving, head }, from)
  return from
}

type Heir = { readonly leaving: Member; readonly head: Member }
const notThere = ({ leaving, head }: Heir, from: PlainDate) =>
  householdProblem('household.head_not_there', {
    ...{ name: head.name, joined: showDate(head.joinedOn) },
    ...{ leaving: leaving.name, from: showDate(from) },
  })

/** Whether another is to be head; refuses where somebody else has become it since the household was seen. */
async function isFollowed(db: Db, held: Held, { leaving, input }: Leave): Promise<boolean> {
  const { householdId, newHeadId, was } = input
  if (newHeadId) await mustFollowHead(db, held, { householdId, newHeadId, was })
  return leaving.relation === 'head' || (Boolean(was && newHeadId) && newHeadId !== headOf(held)?.memberId)
}

const asking = ({ household: { householdId, villageId } }: Held) => ({ householdId, villageId, people: [] })

export const memberLeaves = (touches: Touches) =>
  change(contract.memberLeaves, async ({ db, actor, input, today }) => {
    const { householdId, memberId, on, reason } = input
    const held = await holdHousehold({ db, actor }, householdId)
    await touches.mustAllow(db, { of: 'household', id: householdId, act: 'household.member_left', on })
    const leaving = getStaying(held, memberId)
    mustLeave(leaving, on, today)
    const rest = held.staying.filter((member) => member !== leaving)
    if (rest.length === 0) await mustComeLast(db, held, on)
    else if (reason === 'entered_by_mistake') await mustLeaveWhole(db, held, leaving)
    else if (leaving.relation !== 'head') await mustLeaveLed(db, held, leaving, on)
    const events: NewEvent[] = []
    if (rest.length > 0 && (await isFollowed(db, held, { leaving, input }))) {
      const head = rest.find((member) => member.memberId === input.newHeadId)
      if (!head) throw householdProblem('household.head_needed')
      const sure = await mustBeSure(db, { ...asking(held), heading: { head, among: rest }, today, sure: input.sure })
      const event = await passHead(db, held, rest, {
        head,
        on: await headFrom(db, { ...held, leaving, head, on, reason }),
      })
      events.push({ ...event, facts: { ...event.facts, ...sure } })
    }
    await endStays(db, householdId, [memberId], { on, reason })
    await settleIdentity(db, [leaving.personId], { on, reason })
    const facts = { memberId, name: leaving.name, reason }
    events.push({ householdId, kind: eventOf[reason], on, facts })
    if (rest.length === 0) {
      const sure = await mustMeanEnd({ db, touches }, held, { on, reason: endsBy[reason], today, sure: input.sure })
      await endHouseholdRow(db, householdId, { on, reason: endsBy[reason] })
      await touches.end(db, { of: 'household', id: householdId }, endOf(held, { on, reason: endsBy[reason] }))
      events.push({ householdId, kind: 'ended', on, facts: { reason: endsBy[reason], ...sure } })
    }
    await record(db, { account: actor.accountId, before: held.before }, events)
    await refreshHouseholds(db, [householdId], today)
    const area = held.household.villageId
    return happened(
      householdEvent('household.member_left', { subject: householdId, area, facts: { memberId, reason } }),
      { householdId },
    )
  })

const staysEndBy = { moved_away: 'moved_out', entered_by_mistake: 'entered_by_mistake' } as const

/** The last day on which somebody came; a household cannot have ended before. */
const lastJoin = (members: readonly { joinedOn: PlainDate }[], since: PlainDate): PlainDate =>
  members.reduce((last, { joinedOn }) => (joinedOn > last ? joinedOn : last), since)

export const endHousehold = (touches: Touches) =>
  change(contract.endHousehold, async ({ db, actor, input, today }) => {
    const { householdId, on, reason } = input
    const held = await holdHousehold({ db, actor }, householdId)
    const { household, members, staying } = held
    const sure = await mustMeanEnd({ db, touches }, held, { on, reason, today, sure: input.sure })
    mustHaveCome(on, today)
    await mustComeLast(db, held, on)
    mustFollow(on, lastJoin(members, household.startedOn), 'lastJoined')
    const ids = staying.map((member) => member.memberId)
    if (ids.length > 0) await endStays(db, householdId, ids, { on, reason: staysEndBy[reason] })
    await settleIdentity(
      db,
      staying.map((member) => member.personId),
      { on, reason: staysEndBy[reason] },
    )
    await endHouseholdRow(db, householdId, { on, reason })
    await touches.end(db, { of: 'household', id: householdId }, endOf(held, { on, reason }))
    const event = { householdId, kind: 'ended', on, facts: { reason, ...sure } } as const
    await record(db, { account: actor.accountId, before: held.before }, [event])
    await refreshHouseholds(db, [householdId], today)
    return happened(
      householdEvent('household.ended', { subject: householdId, area: household.villageId, facts: { reason } }),
      { householdId },
    )
  })

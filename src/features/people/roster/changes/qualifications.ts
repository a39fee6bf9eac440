/** What somebody has learnt is entered, changed, taken away where it was wrong. */
import type { PlainDate } from '#kernel/dates.ts'
import { type Changed, changedIn } from '#kernel/event.ts'
import type { OfficialId, QualificationId } from '#kernel/ids.ts'
import type { Birth } from '#kernel/persons.ts'
import { problem } from '#kernel/problem.ts'
import { merged } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { lastMade, makerOf } from '../../audit/maker.ts'
import { peopleEvent } from '../../events.ts'
import * as contract from '../contract.ts'
import { rosterProblem } from '../problems.ts'
import { learntAlive, monthOf, monthsFit } from '../rules.ts'
import * as store from '../store/qualifications.ts'
import { held } from './official.ts'

/** As it is kept; refuses months that nobody means. */
function checked(learnt: store.Learnt, { birth, today }: { birth: Birth; today: PlainDate }): store.Learnt {
  const { title, school, number, issuedBy } = learnt
  if (!monthsFit(learnt, monthOf(today))) throw rosterProblem('official.learnt_when')
  if (!learntAlive(learnt, birth)) throw rosterProblem('official.learnt_before_birth', { year: String(birth.year) })
  return { ...learnt, title: tidy(title), school: tidy(school), number: tidy(number), issuedBy: tidy(issuedBy) }
}

/** What stands, and who keeps the record; throws where it is none of the official's, or was taken away. */
async function standing(call: Parameters<typeof held>[0], officialId: OfficialId, id: QualificationId) {
  const { unitId, birth } = await held(call, officialId)
  const found = await store.holdQualification(call.db, officialId, id)
  if (!found) throw rosterProblem('official.qualification_not_found')
  if (found.taken) throw rosterProblem('official.qualification_taken')
  return { unitId, birth, now: found.learnt }
}

/** What of it became another, for the audit: kind, level, form and months from what to what; of what was typed the field alone. */
async function changesOf(db: Db, was: store.Learnt, is: store.Learnt): Promise<Changed[]> {
  const levels = new Map((await store.levelsOfQualifications(db)).map(({ level, said }) => [level, said]))
  const levelOf = ({ level }: store.Learnt) => (level ? (levels.get(level) ?? level) : null)
  return [
    ...changedIn(was, is, ['kind']),
    ...(was.level === is.level ? [] : [{ field: 'level', was: levelOf(was), is: levelOf(is) }]),
    ...changedIn(was, is, ['form', 'from', 'until']),
    ...changedIn(was, is, ['title', 'school', 'number', 'issuedBy']).map(({ field }) => ({ field })),
  ]
}

export const addQualification = change(contract.addQualification, async ({ db, actor, input, today }) => {
  const { officialId, qualificationId: id, level = null, also = false, ...rest } = input
  const { unitId, birth } = await held({ db, actor }, officialId)
  const learnt = checked({ ...rest, level }, { birth, today })
  const same = also ? undefined : await store.sameQualification(db, officialId, learnt)
  if (same) throw rosterProblem('official.learnt_twice', same)
  await store.insertQualification(db, { id, officialId, by: actor.accountId }, learnt)
  const facts = { kind: learnt.kind, qualification: id }
  return happened(peopleEvent('official.learnt', { subject: officialId, area: unitId, facts }), { officialId })
})

export const changeQualification = change(contract.changeQualification, async ({ db, actor, input, today }) => {
  const { officialId, qualificationId: id, was, ...wanted } = input
  const { unitId, birth, now } = await standing({ db, actor }, officialId, id)
  const { set, touching } = merged({ was: was ?? null, wanted, now })
  const facts = { kind: now.kind, qualification: id }
  if (touching.length > 0) {
    const of = { subject: officialId, what: 'official.learnt_changed', facts: { qualification: id } }
    const maker = await makerOf(db, unitId, await lastMade(db, of))
    const all = touching.map((one) => ({ ...one, ...maker }))
    throw problem('record.changed_since', { count: all.length, touching: all })
  }
  const next = checked({ ...now, ...set }, { birth, today })
  await store.updateQualification(db, id, next)
  const told = { ...facts, changes: await changesOf(db, now, next) }
  return happened(peopleEvent('official.learnt_changed', { subject: officialId, area: unitId, facts: told }), {
    officialId,
  })
})

export const takeQualificationAway = change(contract.takeQualificationAway, async ({ db, actor, input }) => {
  const { officialId, qualificationId: id, because } = input
  const { unitId, now } = await standing({ db, actor }, officialId, id)
  await store.takeAway(db, id, because)
  const facts = { kind: now.kind, why: because }
  return happened(peopleEvent('official.learnt_taken', { subject: officialId, area: unitId, facts }), { officialId })
})

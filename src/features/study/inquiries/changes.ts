/** What is done with questions: asked, given to somebody, answered, put into the library, refused, withdrawn. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { firstOfTopics } from '#features/classes/trainers/queries.ts'
import { recordNeed } from '#features/training/queries.ts'
import type { Actor } from '#kernel/access.ts'
import type { InquiryId, MaterialId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { studyEvent } from '../events.ts'
import { mustKeepLibrary } from '../materials/must.ts'
import * as library from '../materials/queries.ts'
import { titleKeyOf } from '../materials/rules.ts'
import { mustNameNobody } from '../must.ts'
import { holdsNumber } from '../rules.ts'
import * as contract from './contract.ts'
import { answeringRoles } from './model.ts'
import { inquiryProblem } from './problems.ts'
import * as inquiries from './queries.ts'

type By = { readonly db: Db; readonly actor: Actor }

const ask = change(contract.askInquiry, async ({ db, actor, input, today }) => {
  const { inquiryId, areaId, topicId, section, ask: said } = input
  await mustBeAble({ db, actor }, 'library.read', areaId)
  if ((topicId === null) === (section === null)) throw inquiryProblem('inquiry.about')
  if (holdsNumber(said)) throw inquiryProblem('inquiry.number')
  const [topic = null] = topicId ? await firstOfTopics(db, { area: areaId, topics: [topicId], today }) : []
  if (topicId && !topic) throw inquiryProblem('inquiry.topic')
  await inquiries.insertInquiry(db, {
    ...{ id: inquiryId, area_id: areaId, topic_id: topic, section, ask: said.trim() },
    ...{ asked_by: actor.accountId, asked_name: actor.name },
  })
  return happened(studyEvent('inquiry.asked', { subject: inquiryId, area: areaId }), { inquiryId })
})

/** A question that the actor may see to, as it was seen, held until the change ends. */
async function held({ db, actor }: By, { inquiryId, seen }: { inquiryId: InquiryId; seen: number }) {
  const areaId = await inquiries.placeOfInquiry(db, inquiryId)
  if (!areaId) throw inquiryProblem('inquiry.not_found')
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  const now = await inquiries.holdInquiry(db, inquiryId)
  if (!now) throw inquiryProblem('inquiry.not_found')
  if (now.revision !== seen) throw inquiryProblem('inquiry.moved_on')
  if (now.state === 'refused' || now.state === 'withdrawn') throw inquiryProblem('inquiry.closed')
  return now
}

const assign = change(contract.assignInquiry, async ({ db, actor, input, today }) => {
  const { inquiryId, accountId } = input
  const { areaId, state } = await held({ db, actor }, input)
  if (state === 'answered') throw inquiryProblem('inquiry.answered')
  const known = await inquiries.specialistsAt(db, { area: areaId, today, roles: answeringRoles })
  const named = known.find((one) => one.accountId === accountId)
  if (!named) throw inquiryProblem('inquiry.no_specialist')
  await inquiries.moveInquiry(db, inquiryId, { assigned_to: accountId, assigned_name: named.name })
  const facts = { given: accountId }
  return happened(studyEvent('inquiry.assigned', { subject: inquiryId, area: areaId, facts }), { inquiryId })
})

type Answered = { readonly body: string; readonly basis: string; readonly because: string | null }

/** What stands in the library follows the answer, where the actor keeps that library. */
async function bringOut(by: By, materialId: MaterialId, { body, basis, because }: Answered): Promise<void> {
  const now = await library.holdMaterial(by.db, materialId)
  if (!now) throw inquiryProblem('inquiry.shared_above')
  const [newest] = await library.versionsOf(by.db, materialId, by.actor.accountId)
  if (!newest) throw inquiryProblem('inquiry.shared_above')
  const { title, summary } = newest
  const version = now.version + 1
  await library.setNewest(by.db, materialId, { version, title_key: titleKeyOf(title) })
  await library.insertVersion(by.db, {
    ...{ material_id: materialId, version, area_id: now.areaId, title, summary, basis, body, because },
    ...{ made_by: by.actor.accountId, made_name: by.actor.name },
  })
}

const answer = change(contract.answerInquiry, async ({ db, actor, input, today }) => {
  const { inquiryId } = input
  const now = await held({ db, actor }, input)
  mustNameNobody(input)
  const version = now.version + 1
  const because = version > 1 ? input.because && tidy(input.because) : null
  if (version > 1 && !because) throw inquiryProblem('inquiry.because')
  const said = { body: input.text.trim(), basis: tidy(input.basis), because }
  const made = { made_by: actor.accountId, made_name: actor.name }
  await inquiries.insertAnswer(db, { inquiry_id: inquiryId, version, area_id: now.areaId, ...said, ...made })
  await inquiries.moveInquiry(db, inquiryId, { state: 'answered', version })
  if (now.materialId) await bringOut({ db, actor }, now.materialId, said)
  // Once: what was asked and could be answered is something that somebody needed to know.
  if (version === 1) {
    const topic = now.section ?? now.topicId ?? ''
    const need = { areaId: now.areaId, accountId: now.askedBy, topic, cause: 'inquiry', sourceId: inquiryId } as const
    await recordNeed(db, { ...need, foundOn: today })
  }
  const facts = { version, ...(because && { because }) }
  return happened(studyEvent('inquiry.answered', { subject: inquiryId, area: now.areaId, facts }), { inquiryId })
})

const refuse = change(contract.refuseInquiry, async ({ db, actor, input }) => {
  const { inquiryId, because } = input
  const { areaId, state } = await held({ db, actor }, input)
  mustNameNobody(input)
  if (state === 'answered') throw inquiryProblem('inquiry.answered')
  await inquiries.moveInquiry(db, inquiryId, { state: 'refused', closed_because: because })
  const facts = { because }
  return happened(studyEvent('inquiry.refused', { subject: inquiryId, area: areaId, facts }), { inquiryId })
})

const share = change(contract.shareInquiry, async ({ db, actor, input, today }) => {
  const { inquiryId, areaId } = input
  const now = await held({ db, actor }, input)
  if (now.version === 0) throw inquiryProblem('inquiry.no_answer')
  if (now.materialId) throw inquiryProblem('inquiry.shared')
  const topic = await mustKeepLibrary({ db, actor, today }, input)
  mustNameNobody(input)
  if (!(await overOf(db, now.areaId)).includes(areaId)) throw inquiryProblem('inquiry.library')
  const [newest] = await inquiries.answersOf(db, inquiryId)
  if (!newest) throw inquiryProblem('inquiry.no_answer')
  const materialId = newId<'material'>() as MaterialId
  const title = tidy(input.title)
  const made = { made_by: actor.accountId, made_name: actor.name }
  await library.insertMaterial(db, {
    ...{ id: materialId, area_id: areaId, topic_id: topic, kind: 'answer', title_key: titleKeyOf(title) },
    made_by: actor.accountId,
  })
  const { body, basis } = newest
  const first = { material_id: materialId, version: 1, area_id: areaId, because: null, ...made }
  await library.insertVersion(db, { ...first, title, summary: '', basis, body })
  await inquiries.moveInquiry(db, inquiryId, { material_id: materialId })
  return happened(studyEvent('inquiry.shared', { subject: inquiryId, area: areaId }), { inquiryId, materialId })
})

const withdraw = change(contract.withdrawInquiry, async ({ db, actor, input }) => {
  const { inquiryId, seen, because } = input
  const now = await inquiries.holdInquiry(db, inquiryId)
  if (!now) throw inquiryProblem('inquiry.not_found')
  if (now.askedBy !== actor.accountId) throw inquiryProblem('inquiry.not_mine')
  mustNameNobody(input)
  if (now.revision !== seen) throw inquiryProblem('inquiry.moved_on')
  if (now.state === 'answered') throw inquiryProblem('inquiry.answered')
  if (now.state !== 'open') throw inquiryProblem('inquiry.closed')
  await inquiries.moveInquiry(db, inquiryId, { state: 'withdrawn', closed_because: because })
  const facts = { because }
  return happened(studyEvent('inquiry.withdrawn', { subject: inquiryId, area: now.areaId, facts }), { inquiryId })
})

export const inquiryChanges = [ask, assign, answer, refuse, share, withdraw]

/** What is done with materials: added, brought out in a further version, taken out of use and back; and read. */
import { mustBeAble } from '#features/areas/must.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { classIn } from '#features/tests/bank/changes.ts'
import { markOf } from '#features/tests/bank/rules.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, MaterialId, QuestionId } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { studyEvent } from '../events.ts'
import { mustNameNobody } from '../must.ts'
import * as contract from './contract.ts'
import { keepFile, type Seen, seenFile } from './files.ts'
import type { MaterialKind } from './model.ts'
import { heldMaterial, mustBePractice, mustKeepLibrary } from './must.ts'
import { libraryProblem } from './problems.ts'
import * as library from './queries.ts'
import { titleKeyOf } from './rules.ts'

type By = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }
type About = { readonly title: string; readonly summary: string; readonly basis: string }
type Read =
  | { readonly text: string; readonly questionId: QuestionId | null }
  | { readonly seen: Seen | Problem; readonly questionId?: never }
type Place = { readonly areaId: AreaId; readonly topicId: FrameworkTopicId }

const aboutOf = ({ title, summary, basis }: About): About => ({
  ...{ title: tidy(title), summary: summary.trim(), basis: tidy(basis) },
})

const makerOf = ({ actor }: Pick<By, 'actor'>) => ({ made_by: actor.accountId, made_name: actor.name })

/** What is read of a version, as it is kept. */
async function contentOf({ db, actor }: By, of: Read, { areaId, topicId }: Place) {
  if ('seen' in of) return keepFile(db, of.seen, { area: areaId, by: actor.accountId })
  await mustBePractice(db, of.questionId, { areaId, topicId })
  return { body: of.text.trim(), question_id: of.questionId }
}

type First = About & Place & { readonly materialId: MaterialId; readonly kind: MaterialKind }

async function add(by: By, input: First, of: Read) {
  const { materialId, areaId, kind } = input
  const topicId = await mustKeepLibrary(by, input)
  mustNameNobody({ ...input, ...('seen' in of ? {} : { text: of.text }) })
  if (kind === 'lesson' && 'seen' in of) throw libraryProblem('library.lesson_text')
  const about = aboutOf(input)
  const content = await contentOf(by, of, { areaId, topicId })
  await library.insertMaterial(by.db, {
    ...{ id: materialId, area_id: areaId, topic_id: topicId, kind },
    ...{ title_key: titleKeyOf(about.title), made_by: by.actor.accountId },
  })
  const version = { material_id: materialId, version: 1, area_id: areaId, because: null, ...makerOf(by) }
  await library.insertVersion(by.db, { ...version, ...about, ...content })
  return happened(studyEvent('material.added', { subject: materialId, area: areaId, facts: { kind } }), { materialId })
}

type Next = About & { readonly materialId: MaterialId; readonly seen: number; readonly because: string }

async function bringOut(by: By, input: Next, of: Read) {
  const { materialId, because } = input
  const { areaId, topicId, kind, version, state } = await heldMaterial(by, materialId)
  mustNameNobody({ ...input, ...('seen' in of ? {} : { text: of.text }) })
  if (kind === 'answer') throw libraryProblem('library.answers_elsewhere')
  if (state === 'out') throw libraryProblem('library.is_out')
  if (version !== input.seen) throw libraryProblem('library.version_since', { version })
  if (kind === 'lesson' && 'seen' in of) throw libraryProblem('library.lesson_text')
  const about = aboutOf(input)
  const content = await contentOf(by, of, { areaId, topicId })
  const next = version + 1
  await library.setNewest(by.db, materialId, { version: next, title_key: titleKeyOf(about.title) })
  const row = { material_id: materialId, version: next, area_id: areaId, because, ...makerOf(by) }
  await library.insertVersion(by.db, { ...row, ...about, ...content })
  const facts = { version: next, because }
  return happened(studyEvent('material.version_added', { subject: materialId, area: areaId, facts }), { materialId })
}

const addText = change(contract.addText, ({ input: { text, questionId = null, ...first }, ...by }) =>
  add(by, first, { text, questionId }),
)
const nextText = change(contract.nextText, ({ input: { text, questionId = null, ...next }, ...by }) =>
  bringOut(by, next, { text, questionId }),
)
const addFile = change(contract.addFile, {
  work: ({ file, services }) => seenFile(file, services.readers),
  act: ({ input, ...by }, seen) => add(by, input, { seen }),
})
const nextFile = change(contract.nextFile, {
  work: ({ file, services }) => seenFile(file, services.readers),
  act: ({ input, ...by }, seen) => bringOut(by, input, { seen }),
})

const use = change(contract.useMaterial, async ({ db, actor, input, services }) => {
  const { materialId, state, because } = input
  const now = await heldMaterial({ db, actor }, materialId)
  mustNameNobody({ because })
  if (now.state === state) throw libraryProblem('library.use_changed')
  const at = instantOf(services.clock)
  await library.setUse(db, materialId, state === 'out' ? { at, by: actor.accountId, because } : null)
  const what = state === 'out' ? 'material.taken_out' : 'material.taken_back'
  return happened(studyEvent(what, { subject: materialId, area: now.areaId, facts: { because } }), { materialId })
})

const told = { opened: 'material.opened', read: 'material.said_read', unread: 'material.said_unread' } as const

const tell = change(contract.tellReading, async ({ db, actor, input, services }) => {
  const { materialId, areaId, version, what } = input
  await mustBeAble({ db, actor }, 'library.read', areaId)
  const at = instantOf(services.clock)
  if (!(await library.tell(db, { materialId, areaId, version, what, at }))) throw libraryProblem('library.no_version')
  const facts = { version }
  return happened(studyEvent(told[what], { subject: materialId, area: areaId, facts }), { materialId })
})

const answer = (laws: Library) =>
  change(contract.answerQuestion, async ({ db, actor, input, services }) => {
    const { materialId, areaId, version, answer: given } = input
    await mustBeAble({ db, actor }, 'library.read', areaId)
    const asked = await library.questionAfter(db, materialId)
    if (!asked) throw libraryProblem('library.no_question')
    const law = lawOf(laws)
    const known = asked.body.kind === 'household' ? await classIn(db, law, asked.body) : null
    const { num, of } = markOf(asked.body, given, () => known)
    if (num < of) throw libraryProblem('library.not_right')
    const at = instantOf(services.clock)
    if (!(await library.tell(db, { materialId, areaId, version, what: 'done', at })))
      throw libraryProblem('library.no_version')
    const facts = { version }
    return happened(studyEvent('material.done', { subject: materialId, area: areaId, facts }), { materialId })
  })

export const libraryChanges = (laws: Library) => [
  ...[addText, addFile, nextText, nextFile, use],
  ...[tell, answer(laws)],
]

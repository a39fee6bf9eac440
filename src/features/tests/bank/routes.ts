import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { classIn, questionChanges } from './changes.ts'
import { questionColumns } from './columns.ts'
import * as contract from './contract.ts'
import { type QuestionState, questionButtons, questionKinds, questionPools, questionStates } from './model.ts'
import { questionProblem } from './problems.ts'
import * as questions from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

const canOf = (who: { readonly actor: Actor; readonly over: readonly AreaId[] }, state: QuestionState) =>
  buttonsFor(questionButtons, who, (_button, name) => name === 'use' || state === 'used')

async function questionsOf({ db, actor, input, today }: Call<typeof contract.listQuestions>, window: Window) {
  const { areaId, topicId: topic = null, kind = null, pool = null, state = null, q } = input
  const over = await mustBeAble({ db, actor }, 'question.manage', areaId)
  const sought = { area: areaId, today, topic, kind, pool, state, q: q?.trim() || null }
  const { rows, total } = await questions.questionsAt(db, sought, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    topics: await openTopics(db, { areaId, day: today }),
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      can: canOf({ actor, over: overs.get(row.areaId) ?? [] }, row.state),
    })),
    mayWrite: can(actor, 'question.manage', over),
  }
}

const list = read(contract.listQuestions, (call) => questionsOf(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.questionsFile, async (call, window) => {
  const { rows, total, areaName, topics } = await questionsOf(call, window)
  const { topicId, kind, pool, state, q } = call.input
  const topic = topics.find((one) => one.topicId === topicId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: questionColumns,
    title: { vi: 'Ngân hàng câu hỏi', en: 'The bank of questions' },
    place: areaName,
    filters: [
      ...(topic ? [{ vi: `chuyên đề ${topic.code}`, en: `topic ${topic.code}` }] : []),
      ...(kind ? [questionKinds[kind]] : []),
      ...(pool ? [questionPools[pool]] : []),
      ...(state ? [questionStates[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const one = (library: Library) =>
  read(contract.getQuestion, async ({ db, actor, input: { questionId }, today }) => {
    const found = await questions.questionOf(db, questionId, today)
    if (!found) throw questionProblem('question.not_found')
    const over = await mustBeAble({ db, actor }, 'question.manage', found.areaId)
    const versions = await questions.versionsOf(db, questionId)
    const classes = await Promise.all(
      versions.map(({ body }) => (body.kind === 'household' ? classIn(db, lawOf(library), body) : null)),
    )
    return {
      ...found,
      can: canOf({ actor, over }, found.state),
      versions: versions.map((version, at) => ({ ...version, class: classes[at] ?? null })),
    }
  })

export const questionRoutes = (library: Library): Route[] => [list, listFile, one(library), ...questionChanges(library)]

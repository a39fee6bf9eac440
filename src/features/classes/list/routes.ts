import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { showDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Touches } from '#platform/server/touches.ts'
import { classSteppedBack } from '../events.ts'
import { learnersOf } from '../seats/queries.ts'
import { classTrainerColumns, sessionColumns } from '../sessions/columns.ts'
import { clashesFor } from '../sessions/must.ts'
import { sessionsOf, teachingOf, trainersOf } from '../sessions/queries.ts'
import { changeClass, planClass, stepClass } from './changes.ts'
import { classColumns } from './columns.ts'
import * as contract from './contract.ts'
import { classButtons, classKinds, classStates } from './model.ts'
import { factsOf, momentOf } from './must.ts'
import { classListProblem } from './problems.ts'
import * as classes from './queries.ts'
import { isOpen, lacksFor, stepsFrom } from './rules.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function classesOf({ db, actor, input, today }: Call<typeof contract.listClasses>, window: Window) {
  const { areaId, state = null, kind = null, year = null, topicId = null, planLineId = null, q } = input
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const days = { from: input.from ?? input.until ?? null, until: input.until ?? input.from ?? null }
  const sought = { area: areaId, today, state, kind, year, topic: topicId, line: planLineId, q: q?.trim() || null }
  const { rows, total } = await classes.classesAt(db, { ...sought, ...days }, window)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rows: rows.map(({ total: _total, ...row }) => row),
    years: await classes.yearsOfClasses(db, areaId),
    topics: await openTopics(db, { areaId, day: today }),
    mayWrite: can(actor, 'class.manage', over),
  }
}

const list = read(contract.listClasses, (call) => classesOf(call, { page: call.input.page ?? 1, size: pageSize }))
const listFile = fileOf(contract.classesFile, async (call, window) => {
  const { rows, total, areaName, topics } = await classesOf(call, window)
  const { state, kind, year, topicId, planLineId, from, until, q } = call.input
  const topic = topics.find((one) => one.topicId === topicId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: classColumns,
    title: { vi: 'Lớp học', en: 'Classes' },
    place: areaName,
    filters: [
      ...(year ? [{ vi: `năm ${year}`, en: `of ${year}` }] : []),
      ...(state ? [classStates[state]] : []),
      ...(kind ? [classKinds[kind]] : []),
      ...(topic ? [{ vi: `chuyên đề ${topic.code}`, en: `topic ${topic.code}` }] : []),
      ...(planLineId ? [{ vi: 'theo một dòng kế hoạch', en: 'of one line of a plan' }] : []),
      ...(from ? [{ vi: `từ ${showDate(from)}`, en: `from ${showDate(from)}` }] : []),
      ...(until ? [{ vi: `đến ${showDate(until)}`, en: `until ${showDate(until)}` }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const search = read(contract.searchClasses, async ({ db, input, today }) => ({
  classes: await classes.classesNamed(db, input.q, today),
}))

const planned = read(contract.plannedLines, async ({ db, actor, input, today }) => {
  const { areaId, year } = input
  await mustBeAble({ db, actor }, 'training.read', areaId)
  return {
    lines: await classes.plannedLines(db, { area: areaId, year, today }),
    topics: await openTopics(db, { areaId, day: today }),
  }
})

async function shown(call: Call<typeof contract.showClass>) {
  const { db, actor, input, today } = call
  const { trainingClassId: id } = input
  const found = await classes.findClass(db, id, today)
  if (!found) throw classListProblem('class.not_found')
  const { planLineId, ...of } = found
  const over = (await oversOf(db, [of.areaId])).get(of.areaId) ?? []
  const moment = momentOf(call)
  const at = { today, moment }
  const facts = await factsOf(db, id, { ...of, topics: of.topics.length, ...at })
  const before = of.state === 'cancelled' ? await classes.stateBefore(db, id) : null
  const sessionList = await sessionsOf(db, id, at)
  const teaching = await teachingOf(db, id)
  const coming = sessionList
    .filter(({ begun }) => !begun)
    .map((one) => ({
      ...one,
      teachers: teaching.filter(({ classTrainerId }) => one.classTrainerIds.includes(classTrainerId)),
    }))
  const but = sessionList.map(({ classSessionId }) => classSessionId)
  return {
    ...of,
    line: planLineId && (await classes.lineOfClass(db, { line: planLineId, today })),
    steps: await classes.stepsOf(db, id),
    next: stepsFrom({ state: of.state, before }).map(({ to, how }) => ({
      ...{ to, how, lacks: how === 'on' ? lacksFor(to, facts) : [] },
    })),
    sessionList,
    trainerList: await trainersOf(db, id),
    clashes: isOpen(of.state)
      ? await clashesFor(db, coming, {
          areaId: of.areaId,
          seats: of.seats,
          today,
          but,
          standing: [],
          learners: await learnersOf(db, id),
        })
      : [],
    can: buttonsFor(classButtons, { actor, over }, (_button, name) => name === 'step' || isOpen(of.state)),
  }
}

// Who steps back or calls off sees first what rests on it.
const show = (touches: Touches) =>
  read(contract.showClass, async (call) => ({
    ...(await shown(call)),
    told: await touches.tell(call, {
      ...{ of: 'training_class', id: call.input.trainingClassId, act: classSteppedBack, on: call.today },
    }),
  }))
const sessionsFile = fileOf(
  contract.classSessionsFile,
  async (call) => {
    const { sessionList, title, areaName } = await shown(call)
    return {
      rows: sessionList,
      columns: sessionColumns,
      title: { vi: `Buổi học: ${title}`, en: `Sessions: ${title}` } satisfies Said,
      place: areaName,
    }
  },
  { whole: true },
)

const trainersFile = fileOf(
  contract.classTrainersFile,
  async (call) => {
    const { trainerList, title, areaName } = await shown(call)
    return {
      rows: trainerList,
      columns: classTrainerColumns,
      title: { vi: `Giảng viên: ${title}`, en: `Trainers: ${title}` } satisfies Said,
      place: areaName,
    }
  },
  { whole: true },
)

export const classRoutes = (touches: Touches): Route[] => [
  ...[list, listFile, search, planned, show(touches), sessionsFile, trainersFile],
  ...[planClass, changeClass, stepClass],
]

import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { paperFile } from '#platform/server/documents/file.ts'
import { type Call, paper, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { resultsOf } from '../attempts/queries.ts'
import { firstsOf } from '../bank/queries.ts'
import { testChanges } from './changes.ts'
import { itemColumns, testColumns } from './columns.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import type { SheetPaper } from './documents/types.ts'
import { testButtons, testPurposes, testStates } from './model.ts'
import { mustFindTest } from './must.ts'
import { classTestProblem } from './problems.ts'
import * as tests from './queries.ts'
import { codeOf, drawn, nextOf, orderOf, variantOf } from './rules.ts'
import { toldOn } from './shown.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function testsOf({ db, actor, input, today }: Call<typeof contract.listTests>, window: Window) {
  const { areaId, trainingClassId = null, purpose = null, state = null, q } = input
  const over = await mustBeAble({ db, actor }, 'class.manage', areaId)
  const sought = { area: areaId, today, ofClass: trainingClassId, purpose, state, q: q?.trim() || null }
  const { rows, total } = await tests.testsAt(db, sought, window)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rows: rows.map(({ total: _total, ...row }) => row),
    classes: await tests.classesAt(db, areaId),
    topics: await topicsAt(db, areaId, today),
    mayWrite: can(actor, 'class.manage', over),
  }
}

/** The topics of the frameworks in force, as the first version of each has them. */
async function topicsAt(db: Db, areaId: AreaId, today: PlainDate, also: readonly FrameworkTopicId[] = []) {
  const open = (await openTopics(db, { areaId, day: today })).map(({ topicId }) => topicId)
  const firsts = [...(await firstsOf(db, open)).values()]
  return tests.topicsNamed(db, [...new Set([...firsts, ...also])], today)
}

const list = read(contract.listTests, (call) => testsOf(call, { page: call.input.page ?? 1, size: pageSize }))
const listFile = fileOf(contract.testsFile, async (call, window) => {
  const { rows, total, areaName, classes } = await testsOf(call, window)
  const { purpose, state, trainingClassId, q } = call.input
  const of = classes.find((one) => one.trainingClassId === trainingClassId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: testColumns,
    title: { vi: 'Bài kiểm tra của các lớp', en: 'Tests of classes' },
    place: areaName,
    filters: [
      ...(of ? [{ vi: `lớp ${of.title}`, en: `class ${of.title}` }] : []),
      ...(purpose ? [testPurposes[purpose]] : []),
      ...(state ? [testStates[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

async function shown({ db, actor, input, today }: Call<typeof contract.showTest>) {
  const id = input.classTestId
  const { over, begun, ...test } = await mustFindTest({ db, actor, today }, id)
  const of = await tests.classOfTest(db, id)
  const asked = test.parts.map(({ topicId }) => topicId)
  const { lacks } = test.state === 'draft' ? drawn(await tests.bankOf(db, test.areaId, asked), test) : { lacks: [] }
  return {
    ...test,
    items: await tests.itemsOf(db, id, today),
    lacks,
    topics: await topicsAt(db, test.areaId, today, asked),
    next: nextOf(test.state, { begun, ...of }),
    remarks: await tests.remarksOf(db, id),
    can: buttonsFor(testButtons, { actor, over }, (_button, name) => {
      if (name === 'change') return test.state === 'draft'
      if (name === 'step') return true
      if (name === 'paper' && of.off) return false
      return test.state === 'open' || test.state === 'closed'
    }),
  }
}
const show = read(contract.showTest, shown)
const itemsFile = fileOf(
  contract.testItemsFile,
  async (call) => {
    const { items, title, classTitle } = await shown(call)
    return {
      rows: items,
      columns: itemColumns,
      title: { vi: `Câu hỏi: ${title}`, en: `Questions: ${title}` },
      place: classTitle,
    }
  },
  { whole: true },
)

const pdf = (library: Library) =>
  paper(
    contract.testPdf,
    async ({ db, actor, input, today }) => {
      const { classTestId: id, blank } = input
      const test = await mustFindTest({ db, actor, today }, id)
      if (test.state === 'draft') throw classTestProblem('class_test.not_printed')
      const sheets = await tests.sheetsOf(db, id)
      const people = blank
        ? []
        : (await resultsOf(db, id, today)).map(({ officialId, name, unitName }) => ({ officialId, name, unitName }))
      return { test, sheets, people }
    },
    async ({ test, sheets, people }, { services, input, today }) => {
      const numbers = sheets.map(({ number }) => number)
      const asked = new Map(sheets.map(({ number, sheet }) => [number, { sheet, told: toldOn(library, sheet) }]))
      const inOrder = (variant: number) =>
        orderOf(numbers, test.seed, variant).flatMap((number) => asked.get(number) ?? [])
      const paperOf = (variant: number, who: SheetPaper['who'], of: string): SheetPaper => ({
        ...{ variant, who, code: codeOf(test.classTestId, variant, of), asked: inOrder(variant) },
      })
      const papers = input.blank
        ? Array.from({ length: input.blank }, (_, at) => paperOf((at % test.variants) + 1, null, String(at + 1)))
        : people.map(({ officialId, name, unitName }) =>
            paperOf(variantOf(officialId, test), { name, unit: unitName }, officialId),
          )
      const given = {
        ...{ unit: test.areaName, title: test.title, classTitle: test.classTitle, minutes: test.minutes },
        ...{ pass: test.pass && { num: test.pass.num, of: test.pass.of }, papers },
      }
      const { publicUrl, mode } = services.settings
      const frame = { state: 'final', demo: mode === 'demo', publicUrl } as const
      const bytes = await services.workers.run(composing, 'testPdf', given, frame)
      return paperFile({ what: `Đề ${test.title}`, place: test.areaName, day: today }, 'pdf', bytes)
    },
  )

export const classTestRoutes = (library: Library): Route[] => [
  ...[list, listFile, show, itemsFile, pdf(library)],
  ...testChanges(lawOf(library)),
]

/** The calls of tests of classes: listed, read, drafted, changed, dropped, stepped on and back, printed. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { TestPurposeSchema, TestRow, TestSaid, TestStateSchema, TopicNamed, WholeTest } from './model.ts'

const reads = { method: 'GET', right: 'class.manage' } as const
const writes = { method: 'POST', right: 'class.manage' } as const
const path = { classTestId: IdOf<'class_test'>() }
const Done = Type.Object(path)

export const listTests = endpoint({
  name: 'classTests.list',
  ...reads,
  path: '/api/areas/:areaId/class-tests',
  says: { vi: 'Bài kiểm tra của các lớp', en: 'Tests of classes' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    trainingClassId: Type.Optional(IdOf<'training_class'>()),
    purpose: Type.Optional(TestPurposeSchema),
    state: Type.Optional(TestStateSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(TestRow),
    /** Classes that can be given a test, the latest first. */
    classes: Type.Array(Type.Object({ trainingClassId: IdOf<'training_class'>(), title: Type.String() })),
    topics: Type.Array(TopicNamed),
    mayWrite: Type.Boolean(),
  }),
})
export const testsFile = listFile(listTests, {
  name: 'classTests.listFile',
  path: '/api/areas/:areaId/class-tests/file',
})

export const showTest = endpoint({
  name: 'classTests.show',
  ...reads,
  path: '/api/class-tests/:classTestId',
  says: {
    vi: 'Một bài kiểm tra: đề, các câu, các lần chấm lại',
    en: 'A test: what is drawn, its questions, markings anew',
  },
  input: Type.Object(path),
  output: WholeTest,
})
export const testItemsFile = listFile(showTest, {
  name: 'classTests.itemsFile',
  path: '/api/class-tests/:classTestId/questions/file',
})

export const draftTest = endpoint({
  name: 'classTests.draft',
  ...writes,
  path: '/api/class-tests',
  says: { vi: 'Soạn bài kiểm tra cho một lớp', en: 'Draft a test of a class' },
  input: Type.Object({ ...path, trainingClassId: IdOf<'training_class'>(), ...TestSaid.properties }),
  output: Done,
})

export const changeTest = endpoint({
  name: 'classTests.change',
  ...writes,
  path: '/api/class-tests/:classTestId/change',
  says: { vi: 'Sửa bài kiểm tra đang soạn', en: 'Change a draft of a test' },
  input: Type.Object({ ...path, ...Type.Partial(TestSaid).properties, ...seenOf(TestSaid) }),
  output: Done,
})

export const dropTest = endpoint({
  name: 'classTests.drop',
  ...writes,
  path: '/api/class-tests/:classTestId/drop',
  says: { vi: 'Bỏ bài kiểm tra đang soạn', en: 'Drop a draft of a test' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})

export const stepTest = endpoint({
  name: 'classTests.step',
  ...writes,
  path: '/api/class-tests/:classTestId/step',
  says: { vi: 'Chốt đề, mở, đóng bài kiểm tra, hoặc lui lại', en: 'Fix, open or close a test, or take it back' },
  /** `seen`: the state in which it was seen. Who takes it back says why. */
  input: Type.Object({ ...path, seen: TestStateSchema, to: TestStateSchema, because: Type.Optional(Words(500)) }),
  output: Type.Object({
    ...path,
    /** How many were still being answered and were taken as they stood. */
    taken: Count,
  }),
})

/** For each person their own, or so many without a name. */
export const testPdf = endpoint({
  name: 'classTests.pdf',
  ...reads,
  path: '/api/class-tests/:classTestId/pdf',
  says: { vi: 'In đề kiểm tra trên giấy', en: 'Print a test on paper' },
  input: Type.Object({ ...path, blank: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }),
  output: Type.Unknown(),
  document: true,
})

/** The calls of marking anew: what it would change, and doing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, ToldSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import type { RemarkHow } from '../drawn/model.ts'
import { RemarkedRow, remarkHows } from './model.ts'

const Asked = {
  classTestId: IdOf<'class_test'>(),
  /** The number of the question. */
  item: Type.Integer({ minimum: 1, maximum: 200 }),
  how: Type.Unsafe<RemarkHow>(Type.Enum(Object.keys(remarkHows) as RemarkHow[])),
  /** By the key of which version; of a question that is dropped none. */
  version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
}

export const previewRemark = endpoint({
  name: 'remark.preview',
  method: 'GET',
  right: 'question.manage',
  path: '/api/class-tests/:classTestId/remark',
  says: { vi: 'Xem trước việc chấm lại: bài nào đổi, ai đạt, ai không còn đạt', en: 'What marking anew would change' },
  input: Type.Object({ ...Asked, lowers: Type.Optional(Type.Boolean()) }),
  output: Type.Object({
    /** Of the test, as it is seen now. */
    seen: Count,
    attempts: Count,
    /** Those of which the mark becomes another. */
    rows: Type.Array(RemarkedRow),
    /** What hangs on those who would no longer have passed. */
    told: ToldSchema,
  }),
})
export const remarkFile = listFile(previewRemark, {
  name: 'remark.previewFile',
  path: '/api/class-tests/:classTestId/remark/file',
})

export const remarkTest = endpoint({
  name: 'remark.mark',
  method: 'POST',
  right: 'question.manage',
  path: '/api/class-tests/:classTestId/remark',
  says: { vi: 'Chấm lại một câu của bài kiểm tra', en: 'Mark a question of a test anew' },
  input: Type.Object({
    ...Asked,
    testRemarkId: IdOf<'test_remark'>(),
    /** Whether a mark may be lower than before. */
    lowers: Type.Boolean(),
    /** The test as it was seen: two who mark anew at once are told apart. */
    seen: Count,
    because: Words(500),
  }),
  output: Type.Object({ testRemarkId: IdOf<'test_remark'>(), changed: Count }),
})

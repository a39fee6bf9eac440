/** What is done with a question whose key was wrong, and what that does to an attempt. */
import { type Static, Type } from 'typebox'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { MarkSchema } from '../attempts/model.ts'
import type { RemarkHow } from '../drawn/model.ts'

export const remarkHows = {
  drop: { vi: 'Không tính câu này', en: 'Count it no more' },
  accept: { vi: 'Nhận cả hai đáp án', en: 'Accept both keys' },
  replace: { vi: 'Chỉ theo đáp án mới', en: 'By the new key alone' },
} as const satisfies Record<RemarkHow, Said>

export const RemarkedRow = Type.Object({
  testAttemptId: IdOf<'test_attempt'>(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  number: Count,
  before: MarkSchema,
  after: MarkSchema,
})
export type Remarked = Static<typeof RemarkedRow>

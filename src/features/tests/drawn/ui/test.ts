/** What the dialogs of tests share: as it is typed, and as it is sent. */
import type { FrameworkTopicId } from '#kernel/ids.ts'
import type { BadgeLook } from '#platform/web/kit/Badge.tsx'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say } from '#platform/web/language.ts'
import type { QuestionKind } from '../../bank/model.ts'
import { type TestPurpose, type TestSaid, type TestState, testPurposes, type WholeTest } from '../model.ts'
import { questionsIn } from '../rules.ts'

export const testPath = (id: string) => `/de-kiem-tra/${id}`

export const testLooks: Readonly<Record<TestState, BadgeLook>> = {
  draft: 'plain',
  fixed: 'waits',
  open: 'done',
  closed: 'plain',
}

export type TypedPart = {
  readonly topicId: FrameworkTopicId | null
  readonly kind: QuestionKind | 'any'
  readonly count: number | null
}
export const noPart: TypedPart = { topicId: null, kind: 'any', count: null }

export type TypedTest = {
  readonly title: string
  readonly purpose: TestPurpose
  readonly parts: readonly TypedPart[]
  readonly seed: string
  readonly variants: number | null
  readonly num: number | null
  readonly of: number | null
  readonly basis: string
  readonly attempts: number | null
  readonly minutes: number | null
}
/** `seed`: any word, so that two tests are not drawn alike. */
export const noTest = (seed: string): TypedTest => ({
  ...{
    title: '',
    purpose: 'after',
    parts: [noPart],
    seed,
    variants: 2,
    num: null,
    of: 100,
    basis: '',
    attempts: 1,
    minutes: null,
  },
})

export const testSeen = ({ title, purpose, parts, seed, variants, pass, attempts, minutes }: WholeTest): TestSaid => ({
  ...{ title, purpose, parts, seed, variants, pass, attempts, minutes },
})
export const testTyped = ({ pass, parts, ...said }: TestSaid): TypedTest => ({
  ...said,
  parts: parts.map(({ kind, ...part }) => ({ ...part, kind: kind ?? 'any' })),
  ...{ num: pass?.num ?? null, of: pass?.of ?? 100, basis: pass?.basis ?? '' },
})

/** As it is sent; null while something is missing. */
export function testSent({ parts: typed, num, of, basis, ...said }: TypedTest): TestSaid | null {
  const { title, seed, variants, attempts } = said
  const parts = typed.flatMap(({ topicId, kind, count }) =>
    topicId && count ? [{ topicId, kind: kind === 'any' ? null : kind, count }] : [],
  )
  if (!title.trim() || !seed.trim() || !variants || !attempts || parts.length < typed.length || parts.length === 0)
    return null
  const pass = num && of && basis.trim() ? { num, of, basis: basis.trim() } : null
  // Half a mark is none.
  if (!pass && (num || basis.trim())) return null
  return { ...said, title: title.trim(), seed: seed.trim(), variants, attempts, parts, pass }
}

export const testLacks = {
  vi: 'Cần tên bài, chuyên đề và số câu của từng phần; mức đạt thì cần cả căn cứ.',
  en: 'The title, and topic and number of each part are needed; a mark to pass needs its basis.',
}

export const testLabels = {
  title: { vi: 'Tên bài kiểm tra', en: 'Title' },
  purpose: { vi: 'Dùng cho', en: 'For' },
  parts: { vi: 'Số câu theo chuyên đề', en: 'Questions by topic' },
  seed: { vi: 'Mã rút đề', en: 'Seed' },
  variants: { vi: 'Số mã đề', en: 'Variants' },
  pass: { vi: 'Mức đạt', en: 'To pass' },
  attempts: { vi: 'Mỗi người được làm mấy lần', en: 'Attempts of each person' },
  minutes: { vi: 'Thời gian làm bài (phút)', en: 'Minutes' },
}
export const testWords: FieldWords = {
  label: (field) => testLabels[field as keyof typeof testLabels],
  show: (field, value) => {
    if (field === 'purpose') return say(testPurposes[value as TestPurpose])
    if (field === 'parts')
      return say({ vi: '{n} câu', en: '{n} questions' }, { n: questionsIn(value as TestSaid['parts']) })
    if (field === 'pass') return passSaid(value as TestSaid['pass'])
    return String(value ?? '')
  },
}

/** "80/100, theo Quy chế lớp học" */
export const passSaid = (pass: TestSaid['pass']): string =>
  pass
    ? say({ vi: 'từ {num}/{of} số điểm, theo: {basis}', en: 'from {num}/{of} of the points, by: {basis}' }, pass)
    : say({ vi: 'không xét đạt, chỉ đo', en: 'none: it is only measured' })

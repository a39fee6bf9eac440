/** What an attempt is worth, exactly; whether that passes; how it is said; how the answers of a sheet of paper are read. */
import type { Class } from '#features/standards/model/verdict.ts'
import { wordFinder } from '#kernel/cells.ts'
import { classWords } from '#kernel/classes.ts'
import type { Instant } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import type { Answer, BodyOf, QuestionBody } from '../bank/model.ts'
import { type Fraction, letterOf, markOf, readDecimal } from '../bank/rules.ts'
import type { PassMark, Sheet } from '../drawn/model.ts'
import type { GivenAnswer, Mark, NotNow } from './model.ts'

const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))

/** A question as it is marked: by the keys of these versions, the best of them; of one that was dropped by none. */
export type Keyed = { readonly number: number; readonly dropped: boolean; readonly bodies: readonly QuestionBody[] }
export type Answers = Readonly<Record<string, GivenAnswer>>
/** By the number of the question: what was counted. */
export type Worth = Readonly<Record<string, Fraction>>
export type Points = Omit<Mark, 'passed'>
type ClassOf = (body: BodyOf<'household'>) => Class | null

const isMore = (a: Fraction, b: Fraction): boolean => a.num * b.of > b.num * a.of
const bestOf = (worths: readonly Fraction[]): Fraction =>
  worths.reduce((best, one) => (isMore(one, best) ? one : best), { num: 0, of: 1 })

/** Of questions and answers: what each is worth, and all together as one reduced fraction. A dropped question is not counted. */
export function markedBy(
  keyed: readonly Keyed[],
  answers: Answers,
  classOf: ClassOf,
): { points: Points; worth: Worth } {
  const counted = keyed.filter(({ dropped }) => !dropped)
  const worths = counted.map(
    ({ number, bodies }) =>
      [number, bestOf(bodies.map((body) => markOf(body, (answers[number] ?? null) as Answer, classOf)))] as const,
  )
  return { points: summed(worths.map(([, worth]) => worth)), worth: Object.fromEntries(worths) }
}

export function summed(worths: readonly Fraction[]): Points {
  const of = worths.reduce((all, one) => (all * one.of) / common(all, one.of), 1)
  const num = worths.reduce((sum, one) => sum + one.num * (of / one.of), 0)
  const shared = common(num, of) || 1
  return { num: num / shared, of: of / shared, questions: worths.length }
}

/** Whether these points are the larger share of their questions. */
export const isBetter = (one: Points, other: Points): boolean =>
  one.num * other.of * other.questions > other.num * one.of * one.questions

/** Compared as fractions: nothing is rounded. Null where no mark is to be reached. */
export const passes = ({ num, of, questions }: Points, pass: Pick<PassMark, 'num' | 'of'> | null): boolean | null =>
  pass && num * pass.of >= pass.num * of * questions

/** What stands after a marking anew: the better of the two, unless it may be lower. */
export const standing = <T extends Points>(before: T, after: T, lowers: boolean): T =>
  isBetter(before, after) && !lowers ? before : after

/** "23,5" where its decimals end, "7 1/3" where they do not. */
export function pointsSaid({ num, of }: Fraction): string {
  const shared = common(num, of) || 1
  const [top, under] = [num / shared, of / shared]
  if (10_000 % under === 0) return String(top / under).replace('.', ',')
  const whole = Math.floor(top / under)
  return `${whole > 0 ? `${whole} ` : ''}${top % under}/${under}`
}

/** "23,5 trên 30 điểm" */
export const ofAll = (points: Points): Said => {
  const given = pointsSaid(points)
  return { vi: `${given} trên ${points.questions} điểm`, en: `${given} of ${points.questions} points` }
}

/** What was compared with what: "23,5 trên 30 điểm; mức đạt 80/100 là 24 điểm: chưa đạt". */
export function markSaid(mark: Mark, pass: Pick<PassMark, 'num' | 'of'> | null): Said {
  const { vi, en } = ofAll(mark)
  if (!pass) return { vi, en }
  const asked = pointsSaid({ num: pass.num * mark.questions, of: pass.of })
  const share = `${pass.num}/${pass.of}`
  return {
    vi: `${vi}; mức đạt ${share} là ${asked} điểm: ${mark.passed ? 'đạt' : 'chưa đạt'}`,
    en: `${en}; to pass ${share} is ${asked} points: ${mark.passed ? 'passed' : 'not passed'}`,
  }
}

/** Until when answers are taken; null: as long as the test is open. */
export const endOf = (begunAt: string, minutes: number | null): Instant | null =>
  minutes === null ? null : (new Date(Date.parse(begunAt) + minutes * 60_000).toISOString() as Instant)

type Before = { readonly purpose: string; readonly begun: number; readonly passed: boolean }
/** Why it cannot be begun once more; `others`: those of the class that are no measure taken before it. */
export function whyNotNow(
  test: {
    readonly off: boolean
    readonly state: string
    readonly purpose: string
    readonly attempts: number
    readonly begun: number
  },
  others: readonly Before[],
): NotNow | null {
  if (test.off) return 'off'
  if (test.state !== 'open') return 'closed'
  if (test.begun >= test.attempts) return 'used'
  if (test.purpose !== 'retake') return null
  if (others.some(({ passed }) => passed)) return 'passed'
  return others.some(({ purpose, begun }) => purpose === 'after' && begun > 0) ? null : 'first'
}

/** Whether an answer is one to this question. */
export function fits({ kind, options = [] }: Sheet, answer: GivenAnswer): boolean {
  if (answer === null) return true
  switch (kind) {
    case 'single':
      return typeof answer === 'number' && answer < options.length
    case 'multiple':
      return Array.isArray(answer) && answer.every((one) => one < options.length)
    case 'true_false':
      return typeof answer === 'boolean'
    case 'numeric':
      return typeof answer === 'string'
    case 'household':
      return typeof answer === 'string' && answer in classWords
  }
}

const findTruth = wordFinder<'true' | 'false'>(
  { true: { vi: 'Đúng', en: 'True' }, false: { vi: 'Sai', en: 'False' } },
  { true: ['đ', 'd', 't'], false: ['s', 'f'] },
)
/** N, C, T, K: as the sheet of paper says them. */
export const classLetters: Readonly<Record<Class, string>> = { poor: 'N', near_poor: 'C', average: 'T', not_poor: 'K' }
const findClass = wordFinder<Class>(classWords, {
  ...{ poor: ['n'], near_poor: ['c'], average: ['t'], not_poor: ['k'] },
})

/** An answer as it stands on paper; undefined where it cannot be read, null where nothing was written. */
export function readAnswer({ kind, options = [] }: Sheet, text: string): GivenAnswer | undefined {
  const written = text.trim()
  if (written === '' || written === '-') return null
  if (kind === 'numeric') return readDecimal(written.replace(/\s/g, '')) ?? undefined
  if (kind === 'true_false') {
    const truth = findTruth(written)
    return truth ? truth === 'true' : undefined
  }
  if (kind === 'household') return findClass(written) ?? undefined
  const letters = options.map((_, at) => letterOf(at))
  const places = [...written.toUpperCase().replace(/[\s,;.]/g, '')].map((one) => letters.indexOf(one))
  if (places.includes(-1)) return undefined
  if (kind === 'multiple') return [...new Set(places)].sort((a, b) => a - b)
  return places.length === 1 ? places[0] : undefined
}

/** The same as it is typed. */
export function writeAnswer({ kind }: Sheet, answer: GivenAnswer): string {
  if (answer === null) return ''
  if (kind === 'true_false') return answer ? 'Đ' : 'S'
  if (kind === 'household') return classLetters[answer as Class]
  if (kind === 'numeric') return String(answer).replace('.', ',')
  return (Array.isArray(answer) ? answer : [answer as number]).map(letterOf).join('')
}

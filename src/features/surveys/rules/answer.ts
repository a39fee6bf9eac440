/**
 * What a sent survey was answered, in short, as it is kept with its command: one line of words. Who sends the command once
 * more brings the same bytes, so what is in them is not kept again. An answer that does not fit is kept as it is.
 */
import type { ReviewCaseId, SurveyId } from '#kernel/ids.ts'
import type { SentSurvey, Undecidable, VerdictLine } from '../model.ts'
import { takenWords } from './taken.ts'

type Asked = { readonly surveyId: SurveyId; readonly caseId: ReviewCaseId }

const none = '-'
const toldKeys = Object.keys(takenWords) as (keyof typeof takenWords)[]

const numberText = (value: number | null): string => (value === null ? none : String(value))
const numberOf = (text: string): number | null => (text === none ? null : Number(text))
const listText = (list: readonly string[]): string => (list.length > 0 ? list.join(',') : none)
const listOf = (text: string): string[] => (text === none ? [] : text.split(','))

/**
 * Words that answers say again and again, each kept as one letter by its place here: new ones come at the end, none goes.
 * A line that was kept so begins with `~`.
 */
const words = (
  'submitted ended returned opens closes poor near_poor average not_poor class_open what_if illustrative_table ' +
  'table_not_confirmed vn-2022-2025 vn-2027-2030 employment dependentPerson nutrition healthInsurance adultEducation ' +
  'childSchoolAttendance housingQuality housingArea cleanWater hygienicToilet telecommunication informationAccessAssets ' +
  'wasteTreatment'
).split(' ')
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']
const letterOf = new Map(words.map((word, at) => [word, letters[at]]))
const wordOf = new Map(words.map((word, at) => [letters[at], word]))
const shortened = (text: string): string => `~${text.replace(/[^ ,;?]+/g, (word) => letterOf.get(word) ?? word)}`
const inFull = (text: string): string =>
  text.startsWith('~') ? text.slice(1).replace(/[^ ,;?]+/g, (word) => wordOf.get(word) ?? word) : text

/** The class is the one that is possible; where it is open, `?` stands before all that are. */
const lineText = ({ purpose, standardId, class: is, possible, b1, b2, lacking, undecidable }: VerdictLine): string => {
  const classes = `${is === null ? '?' : ''}${possible.join(',')}`
  return [purpose, standardId, classes, numberText(b1), numberText(b2), listText(lacking), undecidable ?? none].join(
    ' ',
  )
}

function lineIn(text: string): VerdictLine {
  const [purpose, standardId = '', classes = '', b1 = none, b2 = none, lacking = none, why = none] = text.split(' ')
  const isOpen = classes.startsWith('?')
  const possible = (isOpen ? classes.slice(1) : classes).split(',') as VerdictLine['possible']
  return {
    purpose: purpose as VerdictLine['purpose'],
    standardId,
    class: isOpen ? null : (possible[0] ?? null),
    possible,
    b1: numberOf(b1),
    b2: numberOf(b2),
    lacking: listOf(lacking),
    undecidable: why === none ? null : (why as Undecidable),
  }
}

function textOf({ caseId, state, told, verdicts }: SentSurvey, asked: Asked): string {
  const key = toldKeys.find((one) => takenWords[one] === told) ?? none
  const elsewhere = caseId === asked.caseId ? none : caseId
  return [[state, key, elsewhere].join(' '), ...verdicts.map(lineText)].join(';')
}

function answerIn(text: string, { surveyId, caseId }: Asked): SentSurvey {
  const [head = '', ...lines] = inFull(text).split(';')
  const [state, key, elsewhere] = head.split(' ')
  return {
    surveyId,
    caseId: elsewhere === none ? caseId : (elsewhere as ReviewCaseId),
    state: state as SentSurvey['state'],
    told: key === none ? null : takenWords[key as keyof typeof takenWords],
    verdicts: lines.map(lineIn),
  }
}

export const shortAnswer = (answer: SentSurvey, asked: Asked): unknown => {
  const text = shortened(textOf(answer, asked))
  return JSON.stringify(answerIn(text, asked)) === JSON.stringify(answer) ? text : answer
}

/** The very answer that was given, its parts in the same order. */
export const wholeAnswer = (kept: unknown, asked: Asked): unknown =>
  typeof kept === 'string' ? answerIn(kept, asked) : kept

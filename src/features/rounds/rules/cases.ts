/** How far a case is, as a table: state -> action -> next state. What is absent is forbidden. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { type Said, saidOf } from '#kernel/text.ts'
import { type CaseState, type LeftBecause, type LeftTold, notSurveyedWords } from '../model.ts'

const steps = {
  listed: { assign: 'assigned', unlist: 'gone', leave: 'ended' },
  assigned: { assign: 'assigned', submit: 'submitted', leave: 'ended' },
  submitted: { return: 'returned', accept: 'accepted', explain: 'submitted' },
  returned: { assign: 'returned', submit: 'submitted', leave: 'ended' },
  accepted: { return: 'returned', explain: 'accepted' },
  // It left before the round was decided: nothing is asked of it any more, and no decision names it.
  ended: {},
} as const satisfies Record<CaseState, Partial<Record<string, CaseState | 'gone'>>>

export const caseActions = ['assign', 'unlist', 'submit', 'return', 'accept', 'explain', 'leave'] as const
export type CaseAction = (typeof caseActions)[number]

/** The state after an action; null where it is forbidden; `gone`: the case is taken off the list. */
export const stepCase = (state: CaseState, action: CaseAction): CaseState | 'gone' | null =>
  (steps[state] as Partial<Record<CaseAction, CaseState | 'gone'>>)[action] ?? null

export const caseActionsFrom = (state: CaseState): CaseAction[] => Object.keys(steps[state]) as CaseAction[]

/** What a round in this state lets happen to its cases. */
const openIn = {
  assign: ['assigning', 'surveying', 'checking'],
  unlist: ['listing', 'assigning'],
  submit: ['surveying', 'checking'],
  return: ['surveying', 'checking'],
  accept: ['surveying', 'checking'],
  // Who cannot be surveyed: out of the round, and back.
  leave: ['surveying', 'checking'],
  // Until the decision is in force: a birth after the check is explained where the papers would be drawn.
  explain: ['surveying', 'checking', 'village_meeting', 'posting', 'objections', 'district_opinion', 'deciding'],
} as const satisfies Record<CaseAction, readonly string[]>

export const roundLets = (roundState: string, action: CaseAction): boolean =>
  (openIn[action] as readonly string[]).includes(roundState)

/** The states of a round in which an action may happen to its cases. */
export const roundStatesFor = (action: CaseAction): readonly string[] => openIn[action]

/** The same of a household that was merged into another. */
export const mergedWords: Said = {
  vi: 'Ra khỏi kỳ từ {day}: hộ đã nhập vào hộ {name}.',
  en: 'Left the round on {day}: merged into the household of {name}.',
}

/** Why a case left its round, in short words of a sentence or a line. */
export const whyLeft: Record<LeftBecause, Said> = {
  moved: { vi: 'chuyển ra ngoài các thôn của kỳ', en: 'moved out of its villages' },
  household: { vi: 'sổ ghi hộ đã kết thúc', en: 'recorded as ended' },
  handed_over: { vi: 'bàn giao cho xã khác', en: 'handed over to another commune' },
  class_given: { vi: 'đã có diện theo quyết định khác', en: 'given a class by another decision' },
  not_surveyed: { vi: 'không khảo sát được', en: 'it could not be surveyed' },
}

/** The same with the day. */
export const leftSaid = (one: { readonly leftBecause: LeftBecause; readonly leftOn: PlainDate }): Said => ({
  vi: `ra khỏi kỳ từ ${showDate(one.leftOn)}: ${whyLeft[one.leftBecause].vi}`,
  en: `left the round on ${showDate(one.leftOn)}: ${whyLeft[one.leftBecause].en}`,
})

/** Why a case left its round, said with the day. */
export const leftWords: Record<LeftBecause, Said> = {
  moved: {
    vi: 'Ra khỏi kỳ từ {day}: hộ chuyển đến nơi ngoài các thôn của kỳ này.',
    en: 'Left the round on {day}: the household moved out of its villages.',
  },
  household: { vi: 'Ra khỏi kỳ từ {day}: hộ đã kết thúc.', en: 'Left the round on {day}: the household ended.' },
  handed_over: {
    vi: 'Ra khỏi kỳ từ {day}: đã bàn giao cho xã khác.',
    en: 'Left the round on {day}: handed over to another commune.',
  },
  class_given: {
    vi: 'Ra khỏi kỳ từ {day}: hộ đã có diện từ đúng ngày kết quả của kỳ có hiệu lực, theo một quyết định khác.',
    en: 'Left the round on {day}: another decision gives the household a class from the very day of this round.',
  },
  not_surveyed: {
    vi: 'Ra khỏi kỳ từ {day}: xã ghi không khảo sát được.',
    en: 'Left the round on {day}: the commune recorded that it could not be surveyed.',
  },
}

/** What the commune told of one that could not be surveyed: why, the reason in its words, the minutes. */
export function notSurveyedSaid({ kind, because, number, day }: Omit<LeftTold, 'by' | 'at' | 'surveyCame'>): Said {
  const minutes = (lead: string, of: string, on: string) =>
    number || day ? ` ${lead}${number ? ` ${of} ${number}` : ''}${day ? ` ${on} ${showDate(day)}` : ''}.` : ''
  const end = /[.!?…]$/.test(because) ? '' : '.'
  const { vi, en } = saidOf(notSurveyedWords, kind)
  return {
    vi: `${vi}: ${because}${end}${minutes('Biên bản', 'số', 'ngày')}`,
    en: `${en}: ${because}${end}${minutes('Minutes', 'no.', 'of')}`,
  }
}

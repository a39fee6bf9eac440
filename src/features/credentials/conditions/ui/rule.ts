/** A rule as typed, and as sent. */
import type { ClassKind } from '#features/classes/list/model.ts'
import type { Organiser } from '#features/classes/turns/model.ts'
import { dayOfYearSaid, readDayOfYear } from '#features/training/limits/rules.ts'
import type { OpenTopic } from '#features/training/needs/model.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import type { ValueMark } from '#kernel/marks.ts'
import type { Choice } from '#platform/web/kit/ChoiceField.tsx'
import type * as contract from '../contract.ts'
import type { Rule, RuleSaid, Validity } from '../model.ts'
import { saysItsValidity } from '../rules.ts'

export type RulesAnswer = OutputOf<typeof contract.listRules>
export type ProvinceOfRules = RulesAnswer['mayEnterAt'][number]

export type TypedRule = {
  readonly name: string
  readonly topicIds: readonly FrameworkTopicId[]
  readonly needsTest: boolean | null
  readonly standardId: string
  readonly validity: Validity
  readonly months: number | null
  readonly first: string
  readonly last: string
  readonly renewMonths: number | null
  readonly carriesOver: boolean | null
  readonly classKinds: readonly ClassKind[]
  readonly heldBy: Organiser | ''
  readonly from: string | null
  readonly legalReference: string
  readonly mark: ValueMark | null
}
export const noRule: TypedRule = {
  ...{
    name: '',
    topicIds: [],
    needsTest: false,
    standardId: '',
    validity: 'year_end',
    months: null,
    first: '',
    last: '',
  },
  ...{ classKinds: [], heldBy: '', renewMonths: 0, carriesOver: false, from: null, legalReference: '', mark: null },
}

/** Null where something is missing or cannot be read. */
export function sentOf(typed: TypedRule): RuleSaid | null {
  const { validity, needsTest, carriesOver, renewMonths, mark } = typed
  const [name, legalReference] = [typed.name.trim(), typed.legalReference.trim()]
  const from = findPlainDate(typed.from ?? '')
  const lasts = {
    validity,
    months: validity === 'completion' || validity === 'old_end' ? typed.months : null,
    firstDay: validity === 'window' ? readDayOfYear(typed.first) : null,
    lastDay: validity === 'window' ? readDayOfYear(typed.last) : null,
  }
  if (!name || !legalReference || !from || !mark || typed.topicIds.length === 0) return null
  if (needsTest === null || carriesOver === null || renewMonths === null || !saysItsValidity(lasts)) return null
  const counts = { classKinds: [...(typed.classKinds ?? [])], heldBy: typed.heldBy || null }
  const says = { ...counts, ...lasts, needsTest, carriesOver, renewMonths, standardId: typed.standardId || null }
  return { name, topicIds: [...typed.topicIds], ...says, from, legalReference, mark }
}
export const lacking = {
  vi: 'Cần tên, chuyên đề, thời hạn, ngày áp dụng, căn cứ và độ tin cậy.',
  en: 'Name, topics, how long it lasts, day, basis and how sure it is are needed.',
}

/** What stands, to begin the next version from. */
export const typedOf = (of: Rule): TypedRule => ({
  ...noRule,
  ...{ name: of.name, topicIds: of.topics.map(({ topicId }) => topicId), needsTest: of.needsTest },
  ...{ standardId: of.standardId ?? '', validity: of.validity, months: of.months, renewMonths: of.renewMonths },
  ...{ first: of.firstDay ? dayOfYearSaid(of.firstDay) : '', last: of.lastDay ? dayOfYearSaid(of.lastDay) : '' },
  ...{ carriesOver: of.carriesOver, classKinds: of.classKinds, heldBy: of.heldBy ?? '' },
})

/** Topics of the frameworks in force, with those that a rule asks for already. */
export const topicsToAsk = (open: readonly OpenTopic[], asked: Rule['topics']): Choice<FrameworkTopicId>[] => {
  const all = new Map([...asked, ...open].map(({ topicId, code, title }) => [topicId, `${code}. ${title}`] as const))
  return [...all].map(([value, label]) => ({ value, label: { vi: label, en: label } }))
}

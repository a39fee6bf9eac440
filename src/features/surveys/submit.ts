/**
 * Sending a survey: the busiest call of the year, so it goes by the swift door: what must be known in one statement,
 * all of it stored in one. The rules are asked here, between the two.
 */
import { checkedName } from '#features/households/must.ts'
import { type CaseState, caseStateWords, type RoundState, roundStateWords } from '#features/rounds/model.ts'
import { roundLets, stepCase } from '#features/rounds/rules/cases.ts'
import type { Law } from '#features/standards/law.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Pins } from '#features/standards/model/pinned.ts'
import type { Scorers } from '#features/standards/rules/compile.ts'
import { factFaults } from '#features/standards/rules/faults.ts'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import { can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import { findUnprintable } from '#kernel/letters.ts'
import { problem } from '#kernel/problem.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { swift } from '#platform/server/doors/swift.ts'
import { happened, type Outside, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { submitSurvey } from './contract.ts'
import { surveyEvent } from './events.ts'
import { judged } from './judged.ts'
import type { SentSurvey } from './model.ts'
import { surveyProblem } from './problems.ts'
import { believed, lookedUpOn } from './rules/days.ts'
import { headsOf } from './rules/learned.ts'
import { shareOf } from './rules/marks.ts'
import { takenWords } from './rules/taken.ts'
import { columnsOf, keptOf, lineOf, type VerdictRow } from './rules/verdicts.ts'

type Sending = Outside<typeof submitSurvey>

/** A row of `survey_context`. */
type Context = Pins & {
  /** The case that takes it: the one asked for, or where the household is surveyed now. */
  readonly case_id: ReviewCaseId
  readonly village_id: AreaId
  readonly over_ids: AreaId[]
  /** Of one that left its round: as it stood then. */
  readonly case_state: CaseState
  readonly case_account: AccountId | null
  readonly case_survey: SurveyId | null
  readonly survey_account: AccountId | null
  readonly has_left: boolean
  /** The household has ended. */
  readonly has_gone: boolean
  /** The sender had it on his list; it is in other hands now. */
  readonly handed: boolean
  readonly sent_from: AreaId | null
  readonly round_id: RoundId
  readonly round_state: RoundState
  readonly window_from: PlainDate
  readonly window_until: PlainDate
  readonly form_hash: string
  /** What stands at the household under the survey's id. */
  readonly kept: Kept | null
}
type Kept = {
  readonly by: AccountId
  readonly round: RoundId
  readonly form: string
  /** As its phone said, and as it counts. */
  readonly on: PlainDate
  readonly counted: PlainDate
  readonly facts: Facts
  readonly beside: SurveyId | null
}

/** Where a case goes with a survey; `beside`: the one that stands, beside which it is kept for a person to decide. */
type Going = { readonly state: CaseState; readonly beside: SurveyId | null }
type Stored = Going & { readonly verdicts: readonly VerdictRow[] }

/**
 * Who had the case on his list is answered as if the survey had come before it went into other hands; only what somebody
 * else sent meanwhile is never replaced.
 */
function goingOf(context: Context, actor: AccountId): Going {
  const { case_state: was, case_survey: stands, round_state: round, handed } = context
  const refused = () =>
    surveyProblem('surveys.step_not_allowed', { state: caseStateWords[was], roundState: roundStateWords[round] })
  if (!roundLets(round, 'submit')) throw refused()
  const others = handed && stands !== null && context.survey_account !== actor
  if (was === 'returned' && others) return { state: was, beside: stands }
  const next = stepCase(handed && was === 'listed' ? 'assigned' : was, 'submit')
  if (next !== null && next !== 'gone') return { state: next, beside: null }
  if (was === 'ended') return { state: was, beside: stands }
  if (stands && (was === 'submitted' || was === 'accepted')) return { state: 'submitted', beside: stands }
  throw refused()
}

/** The very survey that stands already, sent once more by who sent it: a phone that heard no answer. */
const isKept = ({ kept, round_id }: Context, { actor, input }: Sending): boolean =>
  kept !== null &&
  kept.by === actor.accountId &&
  canonicalJson([kept.round, kept.form, kept.on, kept.facts]) ===
    canonicalJson([round_id, input.formHash, input.surveyedOn, input.facts])

/** May they, now, with these answers? Throws what refuses. */
function mustFit(context: Context, { actor, input, today }: Sending): Going {
  // The official who checks the commune may also sit down with a family; an enumerator only with those given to him.
  const given = context.case_account === actor.accountId || can(actor, 'survey.check', context.over_ids)
  if (!given && !context.handed) throw surveyProblem('surveys.not_yours')
  const going = goingOf(context, actor.accountId)
  if (input.formHash !== context.form_hash) throw surveyProblem('surveys.wrong_form', { form: context.form_hash })
  if (today < context.window_from) throw surveyProblem('surveys.wrong_day', { from: context.window_from, today })
  const day = dayOf(context, { input, today })
  if (day > context.window_until) throw surveyProblem('surveys.round_over', { until: context.window_until, day })
  const faults = factFaults(input.facts, day)
  if (faults.length > 0)
    throw surveyProblem('surveys.facts_contradict', { where: faults.map((f) => f.path).join(', '), faults })
  mustHaveHead(input.facts)
  mustBeNames(input.facts)
  return going
}

/** The day that the phone said, or that of receipt where that cannot be. */
const dayOf = ({ window_from: from }: Context, { input, today }: Pick<Sending, 'input' | 'today'>): PlainDate =>
  believed(input.surveyedOn, { from, today }) ?? today

/** A household is decided on under its head; who is asked of must name one. */
function mustHaveHead({ members = [] }: Facts): void {
  if (members.length > 0 && headsOf(members).length !== 1) throw surveyProblem('surveys.no_head')
}

/** Names go on to the register and the papers, and are refused as the register refuses them. */
function mustBeNames(facts: Facts): void {
  for (const { name = '' } of facts.members ?? []) {
    if (name !== '' && tidy(name) === '') throw surveyProblem('surveys.name_blank')
    const letters = findUnprintable(name)
    if (letters) throw problem('input.unprintable', { letters, text: name })
    if (name !== '') checkedName(name, '')
  }
}

/** What the survey says beside its answers, with how much was kept; of who is in it nobody says how they left. */
function asideOf(context: Context, { input, today }: Sending) {
  const { aside, facts, surveyedOn: said } = input
  const day = dayOf(context, { input, today }) === said ? {} : { day: { said } }
  if (!aside) return 'day' in day ? { aside: day } : {}
  const { marks, left = [] } = aside
  const present = new Set(facts.members?.map(({ id }) => id))
  const gone = left.filter(({ person }) => !present.has(person))
  return { aside: { ...(marks && { marks, ...shareOf(marks) }), ...(gone.length > 0 && { left: gone }), ...day } }
}

/** As a case says it: null where there is no such verdict. */
const classIn = (verdicts: readonly VerdictRow[], of: VerdictRow['purpose']) => {
  const found = verdicts.find(({ purpose }) => purpose === of)
  return found ? (found.class ?? 'open') : null
}

/** What `survey_store` is told of one besides answers and verdicts. */
const toldOf = (context: Context, sending: Sending, { state, beside, verdicts }: Stored) => ({
  household: sending.input.householdId,
  village: context.village_id,
  round: context.round_id,
  survey: sending.input.surveyId,
  surveyed_on: dayOf(context, sending),
  ...columnsOf(sending.input.facts),
  of_case: context.case_id,
  has_left: context.has_left,
  has_gone: context.has_gone,
  sent_from: context.sent_from,
  was: context.case_state,
  was_survey: context.case_survey,
  was_account: context.case_account,
  state,
  opens: classIn(verdicts, 'opens'),
  closes: classIn(verdicts, 'closes'),
  ...(beside && { beside }),
  ...asideOf(context, sending),
})

/** What the sender is told of a survey that did not simply become the survey of a case of his; else null. */
function tellingOf(context: Context, sending: Sending, beside: SurveyId | null): Said | null {
  const { has_gone, has_left, handed } = context
  if (has_gone) return takenWords.gone
  if (has_left) return takenWords.left
  if (beside) return takenWords.beside
  if (dayOf(context, sending) !== sending.input.surveyedOn) return takenWords.day
  return handed ? takenWords.handed : null
}

function decide(sending: Sending, context: Context, scorers: Scorers) {
  const { actor, input } = sending
  const { surveyId, facts } = input
  const { case_id: caseId, kept } = context
  if (!context.handed && !can(actor, 'survey.fill', context.over_ids))
    throw problem('access.denied', { right: 'survey.fill' })
  const same = isKept(context, sending)
  const going = same ? { state: 'submitted' as const, beside: kept?.beside ?? null } : mustFit(context, sending)
  const state = context.has_left || context.has_gone ? 'ended' : going.state
  const verdicts = judged(facts, same && kept ? kept.counted : dayOf(context, sending), scorers)
  const told = tellingOf(context, sending, going.beside)
  const answer: SentSurvey = { surveyId, caseId, state, told, verdicts: verdicts.map(lineOf) }
  if (same) return { result: answer, stored: null }
  const rows = verdicts.map((v) => ({ id: newId<'verdict'>(), ...keptOf(v) }))
  const stored = [toldOf(context, sending, { ...going, verdicts }), facts, rows].map((value) => JSON.stringify(value))
  const where = { round: context.round_id, household: input.householdId, ...(going.beside && { beside: going.beside }) }
  const event = surveyEvent('survey.submitted', { subject: surveyId, area: context.village_id, facts: where })
  return { ...happened(event, answer), stored }
}

export const submitRoute = (law: Law): Route =>
  swift(submitSurvey, {
    look: {
      name: 'survey_context',
      types: ['uuid', 'uuid', 'uuid', 'date'],
      of: ({ input, today }) => [input.householdId, input.caseId, input.surveyId, lookedUpOn(input.surveyedOn, today)],
    },
    missing: () => surveyProblem('surveys.case_not_found'),
    known: {
      atHand: (context: Context) => law.scorersAtHand(context),
      read: (db, context) => law.scorers(db, context),
    },
    decide,
    together: {
      // Of a province and more the database may be asked under another role.
      of: ({ actor }) => actor.grants.every(({ role }) => role === 'enumerator' || role === 'commune_official'),
      alone: ({ input }) => input.householdId,
    },
    store: {
      name: 'survey_store',
      lists: ['jsonb', 'json', 'jsonb'],
      refusals: { NB005: () => surveyProblem('surveys.beside_full') },
      // Somebody else was first, or the household has gone elsewhere: it is taken as things stand now.
      again: {
        NB002: () => surveyProblem('surveys.moved_on'),
        NB003: () => surveyProblem('surveys.survey_id_used'),
      },
    },
  })

/**
 * Sending a survey: the busiest call of the year. Three prepared round trips: the session, what must be known, and
 * storing all of it with the command and the audit line. Row security holds in both functions; the rules are asked here.
 */
import type pg from 'pg'
import type { CaseState } from '#features/rounds/model.ts'
import { roundLets, stepCase } from '#features/rounds/rules/cases.ts'
import { factFaults } from '#features/standards/rules/faults.ts'
import { type Actor, can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { AccountId, AreaId, CommandId, RoundId, SurveyId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { todayOf } from '#platform/server/clock.ts'
import { arrayText } from '#platform/server/database/actor.ts'
import { type Request, type Route, standingFor } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Services } from '#platform/server/services.ts'
import { submitSurvey } from './contract.ts'
import type { Law, Pins } from './law.ts'
import { surveyProblem } from './problems.ts'
import { columnsOf, lineOf, verdictRows } from './rules/verdicts.ts'

type Input = InputOf<typeof submitSurvey>
type Answer = OutputOf<typeof submitSurvey>

type Context = Pins & {
  readonly command_endpoint: string | null
  readonly command_hash: Buffer | null
  readonly command_result: Answer | null
  readonly village_id: AreaId | null
  readonly over_ids: AreaId[]
  readonly case_state: CaseState
  readonly case_account: AccountId | null
  readonly case_survey: SurveyId | null
  readonly round_id: RoundId
  readonly round_state: string
  readonly window_from: PlainDate
  readonly form_hash: string
}

type Sending = {
  readonly actor: Actor
  readonly areas: readonly AreaId[]
  readonly input: Input
  readonly command: CommandId
  readonly contentHash: Buffer
  readonly today: PlainDate
}

async function contextOf(pool: pg.Pool, { actor, areas, input, command }: Sending): Promise<Context> {
  const { rows } = await pool.query<Context>({
    name: 'survey_context',
    text: 'select * from survey_context($1, $2, $3, $4, $5)',
    values: [actor.accountId, arrayText(areas), input.householdId, input.caseId, command],
  })
  const [context] = rows
  if (!context) throw new Error('survey_context answers one row')
  return context
}

/** What this command answered before; refuses an id used for something else. */
function answeredBefore(context: Context, { contentHash }: Sending): Answer | null {
  if (context.command_endpoint === null) return null
  if (context.command_endpoint !== submitSurvey.name || !context.command_hash?.equals(contentHash))
    throw problem('command.reused')
  return context.command_result
}

/** May they, now, with these answers? Throws what refuses. */
function mustFit(context: Context, { actor, input, today }: Sending): CaseState {
  if (!can(actor, 'survey.fill', context.over_ids)) throw problem('access.denied', { right: 'survey.fill' })
  // The official who checks the commune may also sit down with a family; an enumerator only with those given to him.
  const given = context.case_account === actor.accountId || can(actor, 'survey.check', context.over_ids)
  if (!given) throw surveyProblem('surveys.not_yours')
  const next = stepCase(context.case_state, 'submit')
  if (next === null || next === 'gone' || !roundLets(context.round_state, 'submit'))
    throw surveyProblem('surveys.step_not_allowed', { state: context.case_state, roundState: context.round_state })
  if (input.formHash !== context.form_hash) throw surveyProblem('surveys.wrong_form', { form: context.form_hash })
  if (input.surveyedOn > today || input.surveyedOn < context.window_from)
    throw surveyProblem('surveys.wrong_day', { from: context.window_from, today })
  const faults = factFaults(input.facts, input.surveyedOn)
  if (faults.length > 0)
    throw surveyProblem('surveys.facts_contradict', { where: faults.map((f) => f.path).join(', '), faults })
  return next
}

const refusals: Record<string, () => Error> = {
  NB001: () => problem('command.reused'),
  NB002: () => surveyProblem('surveys.moved_on'),
  NB003: () => surveyProblem('surveys.survey_id_used'),
}

async function store(pool: pg.Pool, values: readonly unknown[]): Promise<void> {
  try {
    await pool.query({ name: 'survey_store', text: 'select survey_store($1, $2, $3, $4, $5, $6)', values: [...values] })
  } catch (error) {
    const refusal = refusals[(error as { code?: string }).code ?? '']
    throw refusal ? refusal() : error
  }
}

async function sendOnce(services: Services, law: Law, sending: Sending): Promise<Answer> {
  const { actor, areas, input, command, contentHash } = sending
  const context = await contextOf(services.pool, sending)
  const before = answeredBefore(context, sending)
  if (before) return before
  if (context.village_id === null) throw surveyProblem('surveys.case_not_found')
  const state = mustFit(context, sending)
  const verdicts = verdictRows(input.facts, input.surveyedOn, await law.scorers(services.db, context))
  const answer: Answer = { surveyId: input.surveyId, caseId: input.caseId, state, verdicts: verdicts.map(lineOf) }
  const told = {
    household: input.householdId,
    village: context.village_id,
    round: context.round_id,
    survey: input.surveyId,
    form: input.formHash,
    surveyed_on: input.surveyedOn,
    ...columnsOf(input.facts),
    case: input.caseId,
    was: context.case_state,
    was_survey: context.case_survey,
    state,
    command,
    endpoint: submitSurvey.name,
    result: answer,
    audit: newId<'audit_line'>(),
  }
  const rows = verdicts.map((v) => ({ id: newId<'verdict'>(), ...v }))
  const texts = [told, input.facts, rows].map((value) => JSON.stringify(value))
  await store(services.pool, [actor.accountId, arrayText(areas), ...texts, contentHash])
  return answer
}

function sendingOf(services: Services, request: Request): Sending {
  const { session, areas } = standingFor(submitSurvey, request.session)
  if (!request.commandId) throw problem('input.invalid', { where: 'x-command' })
  return {
    actor: session.actor,
    areas,
    input: request.input as Input,
    command: request.commandId,
    contentHash: request.contentHash,
    today: todayOf(services.clock),
  }
}

export const submitRoute = (law: Law): Route => ({
  endpoint: submitSurvey,
  run: async (services, request) => {
    const sending = sendingOf(services, request)
    try {
      return await sendOnce(services, law, sending)
    } catch (error) {
      // Sent twice at the same moment: the other has answered by now, or the id belongs to something else.
      if ((error as { code?: string }).code !== 'command.reused') throw error
      return sendOnce(services, law, sending)
    }
  },
})

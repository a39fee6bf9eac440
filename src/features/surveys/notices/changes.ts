/** Notices are made and taken back on phones, also long before they come here, and answered by the commune. */
import { mustBeAble } from '#features/areas/must.ts'
import { roundStateWords } from '#features/rounds/model.ts'
import { roundLets } from '#features/rounds/rules/cases.ts'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import { can } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, change, happened, type Route } from '#platform/server/handle.ts'
import { surveyEvent } from '../events.ts'
import { surveyProblem } from '../problems.ts'
import { believed } from '../rules/days.ts'
import * as contract from './contract.ts'
import { noticeProblem } from './problems.ts'
import * as notices from './queries.ts'
import { isOfRegister, joined, lacking, lackingSaid, oddIn, outcomesOf } from './rules/kinds.ts'
import { takenWords } from './rules/told.ts'
import { noticeKinds, outcomes } from './words.ts'

type Sending = Call<typeof contract.sendNotice>
type Input = InputOf<typeof contract.sendNotice>

/** The very notice that stands already, sent once more by who made it: a phone that heard no answer. */
const isKept = (kept: notices.Kept, { actor, input }: Sending): boolean =>
  kept.by === actor.accountId &&
  canonicalJson([kept.round, kept.case, kept.kind, kept.head, kept.on, kept.details]) ===
    canonicalJson([
      input.roundId,
      input.caseId ?? null,
      input.kind,
      input.caseId ? null : tidy(input.headName ?? ''),
      input.madeOn,
      input.details,
    ])

const dayOf = (context: notices.Context, { input, today }: Pick<Sending, 'input' | 'today'>): PlainDate =>
  believed(input.madeOn, { from: context.window_from, today }) ?? today

function mustSay({ kind, headName = '', details, madeOn }: Input, made: PlainDate): void {
  const what = lacking({ kind, headName, details })
  if (what.length > 0) throw noticeProblem('notices.incomplete', { what: lackingSaid(what) })
  // Of a phone whose clock stands elsewhere no day can be judged.
  const odd = made === madeOn ? oddIn(details, made) : []
  if (odd[0]) throw noticeProblem('notices.odd', { at: odd[0].at, what: joined(odd.map(({ said }) => said)) })
}

function mustBeMine(context: notices.Context, { actor, input }: Sending): void {
  if (context.handed) return
  if (!can(actor, 'survey.fill', context.over_ids)) throw problem('access.denied', { right: 'survey.fill' })
  const given = !input.caseId || context.case_account === actor.accountId
  if (!given && !can(actor, 'round.manage', context.over_ids)) throw surveyProblem('surveys.not_yours')
}

function mustBeOpen(context: notices.Context, sending: Sending): PlainDate {
  const { round_state: state, window_from: from, window_until: until } = context
  if (!roundLets(state, 'submit')) throw noticeProblem('notices.round_closed', { roundState: roundStateWords[state] })
  if (sending.today < from) throw surveyProblem('surveys.wrong_day', { from, today: sending.today })
  const day = dayOf(context, sending)
  if (day > until) throw noticeProblem('notices.round_over', { until: showDate(until), day: showDate(day) })
  return day
}

function toldOf(context: notices.Context, day: PlainDate, said: PlainDate): Said | null {
  if (context.has_left) return takenWords.left
  if (context.surveyed) return takenWords.surveyed
  if (day !== said) return takenWords.day
  return context.handed ? takenWords.handed : null
}

const send = change(contract.sendNotice, async (call) => {
  const { db, input, today, services } = call
  const { roundId, surveyNoticeId, kind, villageId, householdId = null, caseId = null, details } = input
  const asked = { roundId, villageId, householdId, caseId, surveyNoticeId }
  const context = await notices.contextOf(db, asked, today)
  if (!context) throw noticeProblem('notices.place_not_found')
  // Of one on the list both are named, of another neither.
  if ((kind === 'unlisted') !== (caseId === null) || (caseId === null) !== (householdId === null))
    throw noticeProblem('notices.kind_unfit', { kind: noticeKinds[kind] })
  const { kept } = context
  if (kept && !isKept(kept, call)) throw noticeProblem('notices.id_used')
  const day = kept ? dayOf(context, call) : mustTake(context, call)
  const answer = { surveyNoticeId, state: kept?.state ?? ('open' as const), told: toldOf(context, day, input.madeOn) }
  const facts = { round: roundId, kind, ...(caseId && { case: caseId }) }
  const event = surveyEvent('notice.sent', { subject: surveyNoticeId, area: context.village_id, facts })
  if (kept) return happened(event, answer)
  const stored = await notices.storeNotice(
    db,
    {
      ...{
        id: surveyNoticeId,
        round: roundId,
        village: villageId,
        household: householdId,
        case: caseId,
        kind,
        details,
      },
      ...{ head: tidy(input.headName ?? ''), on: day, said: day === input.madeOn ? null : input.madeOn },
      at: instantOf(services.clock),
    },
    today,
  )
  // In the same second it came by another way, or under its id something else did.
  if (!stored && !(await isThere(call, asked))) throw noticeProblem('notices.id_used')
  return happened(event, answer)
})

async function isThere(call: Sending, asked: notices.Asked): Promise<boolean> {
  const kept = (await notices.contextOf(call.db, asked, call.today))?.kept
  return kept ? isKept(kept, call) : false
}

function mustTake(context: notices.Context, call: Sending): PlainDate {
  mustBeMine(context, call)
  const day = mustBeOpen(context, call)
  mustSay(call.input, day)
  return day
}

const withdraw = change(contract.withdrawNotice, async ({ db, actor, input, services }) => {
  const { surveyNoticeId } = input
  const notice = await notices.findNotice(db, surveyNoticeId)
  if (!notice) throw noticeProblem('notices.not_found')
  if (notice.makerId !== actor.accountId) throw noticeProblem('notices.not_yours')
  if (notice.state === 'settled') throw noticeProblem('notices.answered')
  const taken = await notices.withdraw(db, surveyNoticeId, instantOf(services.clock))
  // Withdrawn before, it is answered as it was; answered in the same second, it stays.
  if (!taken && notice.state === 'open') throw noticeProblem('notices.answered')
  const facts = { round: notice.roundId, kind: notice.kind }
  const event = surveyEvent('notice.withdrawn', { subject: surveyNoticeId, area: notice.villageId, facts })
  return happened(event, { surveyNoticeId, state: 'withdrawn' as const })
})

const settle = change(contract.settleNotice, async ({ db, actor, input, services }) => {
  const { surveyNoticeId, outcome, words = '', seen } = input
  const notice = await notices.findNotice(db, surveyNoticeId)
  if (!notice) throw noticeProblem('notices.not_found')
  await mustBeAble({ db, actor }, 'round.manage', notice.villageId)
  const held = await notices.holdNotice(db, surveyNoticeId)
  if (!held) throw noticeProblem('notices.not_found')
  if (held.state === 'withdrawn') throw noticeProblem('notices.withdrawn')
  const last = held.answers.at(-1)
  if (held.answers.length !== seen && last)
    throw noticeProblem('notices.answered_since', { by: last.by, outcome: outcomes[last.outcome] })
  if (!outcomesOf[held.kind].includes(outcome))
    throw noticeProblem('notices.outcome_unfit', { kind: noticeKinds[held.kind] })
  if (isOfRegister(outcome) && notice.caseState !== null && notice.leftBecause === null)
    await mustBeRecorded(db, notice)
  // Entered under another name than the village knows, the answer tells by which.
  if (outcome === 'added' && tidy(words) === '' && !(await notices.isOnList(db, notice)))
    throw noticeProblem('notices.not_added')
  const answer = { outcome, words: tidy(words), by: actor.name, at: instantOf(services.clock) }
  await notices.addAnswer(db, surveyNoticeId, answer)
  const facts = { round: notice.roundId, kind: notice.kind, outcome, because: tidy(words) }
  const event = surveyEvent('notice.settled', { subject: surveyNoticeId, area: held.villageId, facts })
  return happened(event, { surveyNoticeId, state: 'settled' as const })
})

/** Of two households that are one the other may be the one that ended. */
async function mustBeRecorded(
  db: Call<typeof contract.settleNotice>['db'],
  { details }: { details: { otherId?: string } },
) {
  if (details.otherId && (await notices.hasEnded(db, details.otherId))) return
  throw noticeProblem('notices.not_recorded')
}

export const noticeChanges: Route[] = [send, withdraw, settle]

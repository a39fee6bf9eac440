/**
 * The procedure of a round as a table: state -> action -> next state. What is absent is forbidden. All steps of the law
 * stand in it (QĐ 24/2021/QĐ-TTg; secondary); those the software does not have yet are passed only by `skip`, which is
 * recorded with its reason and never pretended to be the step.
 */

import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type RoundKind, type RoundState, type StepName, stepNames } from '../model.ts'

/** Asking the district ended with the districts; a round whose window ends later has no such step. */
const districtsEnd: PlainDate = plainDate('2025-07-01')

export const roundActions = [
  'list',
  'unlist',
  'assign',
  'submit',
  'return',
  'accept',
  'finish',
  'skip',
  'reopen',
  'draft',
  'print',
  'withdraw',
  'enforce',
  'cancel',
  'extend',
  'hand_over',
  'take_back',
  'take_out',
  'not_surveyed',
] as const
export type RoundAction = (typeof roundActions)[number]

type Row = Partial<Record<RoundAction, RoundState>>

/** `next` stands for the following step of this round. */
const back = { reopen: 'checking' } as const
/** Possible at every step at which households are asked: a later last day, giving up those of another commune, and taking back who left. */
const asking = <S extends RoundState>(state: S) => ({ extend: state, hand_over: state, take_back: state }) as const
/** While others may still come on the list. */
const open = <S extends RoundState>(state: S) => ({ ...asking(state), list: state }) as const
const table: Record<RoundState, Partial<Record<RoundAction, RoundState | 'next'>>> = {
  listing: { ...open('listing'), unlist: 'listing', finish: 'next', cancel: 'cancelled' },
  assigning: {
    ...open('assigning'),
    unlist: 'assigning',
    assign: 'assigning',
    finish: 'next',
    cancel: 'cancelled',
  },
  surveying: {
    ...open('surveying'),
    assign: 'surveying',
    submit: 'surveying',
    not_surveyed: 'surveying',
    return: 'surveying',
    accept: 'surveying',
    finish: 'next',
  },
  checking: {
    ...asking('checking'),
    take_out: 'checking',
    assign: 'checking',
    submit: 'checking',
    not_surveyed: 'checking',
    return: 'checking',
    accept: 'checking',
    finish: 'next',
  },
  village_meeting: { skip: 'next', ...back },
  posting: { skip: 'next', ...back },
  objections: { skip: 'next', ...back },
  district_opinion: { skip: 'next', ...back },
  deciding: {
    draft: 'deciding',
    print: 'deciding',
    withdraw: 'deciding',
    enforce: 'next',
    hand_over: 'deciding',
    take_out: 'deciding',
    ...back,
  },
  certificates: { finish: 'next' },
  completed: {},
  cancelled: {},
}

/** Steps the software does not have yet. */
const unbuilt: ReadonlySet<string> = new Set<StepName>(['village_meeting', 'posting', 'objections', 'district_opinion'])
export const isUnbuilt = (state: RoundState): boolean => unbuilt.has(state)

/** Recorded with every skip, in front of what the paper says. */
export const skipReason: Said = {
  vi: 'chưa có trong phần mềm: làm trên giấy, ghi lại ở đây',
  en: 'not in the software yet: done on paper, recorded here',
}

/** What of a round decides its steps. */
export type Procedure = { readonly kind: RoundKind; readonly windowUntil: PlainDate }

/**
 * The steps of a round in order. Ad hoc rounds take steps 2, 3, 4 and the recognition of the annual procedure
 * (secondary), so they never ask the district.
 */
export const stepsOf = ({ kind, windowUntil }: Procedure): StepName[] =>
  stepNames.filter((s) => s !== 'district_opinion' || (kind === 'annual' && windowUntil < districtsEnd))

function nextOf(state: RoundState, procedure: Procedure): RoundState {
  const steps = stepsOf(procedure)
  return steps[steps.indexOf(state as StepName) + 1] ?? 'completed'
}

/** The state after an action; null where it is forbidden. */
export function step(state: RoundState, action: RoundAction, procedure: Procedure): RoundState | null {
  if (state !== 'completed' && state !== 'cancelled' && !stepsOf(procedure).includes(state)) return null
  const next = table[state][action]
  return next === 'next' ? nextOf(state, procedure) : (next ?? null)
}

/** Whether a round in this state knows the action at all, whoever asks. */
export const isOfStep = (state: RoundState, action: RoundAction): boolean => table[state][action] !== undefined

/** Every action that is not forbidden in a state, with where it leads. */
export const actionsFrom = (state: RoundState, procedure: Procedure): Row =>
  Object.fromEntries(
    roundActions.flatMap((action) => {
      const next = step(state, action, procedure)
      return next === null ? [] : [[action, next]]
    }),
  )

/** What was recorded of a step; the latest line counts. */
export type StepLine = { readonly step: string; readonly outcome: 'done' | 'skipped' | 'reopened' | 'cancelled' }

export type StepStanding<L extends StepLine> = {
  readonly step: StepName
  readonly built: boolean
  readonly state: 'done' | 'skipped' | 'now' | 'ahead'
  readonly line: L | null
}

/** Where each step stands. `lines` in the order of recording. */
export const standingOf = <L extends StepLine>(
  state: RoundState,
  procedure: Procedure,
  lines: readonly L[],
): StepStanding<L>[] =>
  stepsOf(procedure).map((name) => {
    const line = lines.filter((l) => l.step === name).at(-1)
    const built = !isUnbuilt(name)
    if (name === state) return { step: name, built, state: 'now', line: null }
    if (!line || line.outcome === 'reopened' || line.outcome === 'cancelled')
      return { step: name, built, state: 'ahead', line: null }
    return { step: name, built, state: line.outcome, line }
  })

/** The line by which a round was given up, with the step that it stood at. */
export function cancelledBy<L extends StepLine>(lines: readonly L[]) {
  const line = lines.find(({ outcome }) => outcome === 'cancelled')
  const step = stepNames.find((name) => name === line?.step)
  return line && step ? { ...line, step } : null
}

/** The steps that going back to checking opens again: checking itself and all after it that were recorded. */
export const reopenedBy = <L extends StepLine>(procedure: Procedure, lines: readonly L[]): StepName[] => {
  const steps = stepsOf(procedure)
  return standingOf('cancelled', procedure, lines)
    .filter((s) => s.line !== null && steps.indexOf(s.step) >= steps.indexOf('checking'))
    .map((s) => s.step)
}

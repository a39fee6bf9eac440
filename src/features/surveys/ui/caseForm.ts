/** A case ready to be asked: its answers so far, the form, and the scorers of the law the round names. */
import { useEffect, useState } from 'preact/hooks'
import type { Form } from '#features/standards/model/form.ts'
import type { Pinned } from '#features/standards/model/pinned.ts'
import type { PointsTable } from '#features/standards/model/points.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { compileStandard, type Scorer } from '#features/standards/rules/compile.ts'
import { law } from '#features/standards/ui/calls.ts'
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import { href } from '#platform/web/calls.ts'
import { todayHere } from '#platform/web/clock.ts'
import { findKept, type Kept, readKeptSoon, readOnce } from '#platform/web/keptReads.ts'
import { asProblem, WebProblem } from '#platform/web/problem.ts'
import type { Read } from '#platform/web/reads.ts'
import type * as contract from '../contract.ts'
import { askedAnew, withoutAnew } from '../rules/anew.ts'
import { isConfirmed } from '../slice/ui/takeHome.ts'
import { caseForm } from './calls.ts'
import { dropConfirmed, findSurveyDraft, lastSending, type SurveyDraft } from './onDevice.ts'

export type CaseKey = InputOf<typeof contract.caseForm>
export type CaseAnswer = OutputOf<typeof contract.caseForm>

export type ReadyCase = {
  readonly base: CaseAnswer
  readonly form: Form
  readonly opens: Scorer
  readonly closes: Scorer | null
  /** Answers of last time that are asked as if for the first time; `base.facts` is without them. */
  readonly anew: ReadonlySet<string>
  readonly draft: { readonly data: SurveyDraft; readonly savedAt: number } | null
  /** The server was out of reach: when the device read it; else null. */
  readonly keptAt: number | null
  /** It lay here, and the server is being asked: what it says, for a form in which nothing was filled in meanwhile. */
  readonly later?: Promise<ReadyCase>
}
/** `turn`: another one where the server said otherwise than what was shown at first. */
export type OpenCase = ReadyCase & { readonly turn: number }

/** What the law says never changes under its hash: read and made ready once for all households, while this page stands. */
const held = new Map<string, Promise<unknown>>()
function once<T>(key: string, make: () => Promise<T>): Promise<T> {
  const made = (held.get(key) as Promise<T> | undefined) ?? make()
  held.set(key, made)
  // What could not be read now is asked for again.
  made.catch(() => held.delete(key))
  return made
}

const document = <T>(hash: string): Promise<T> => once(hash, async () => (await readOnce(law, { hash })).document as T)

const scorerOf = ({ hash, points }: Pinned): Promise<Scorer> =>
  once(`scorer ${hash} ${points?.hash}`, async () => {
    const table = points ? await document<PointsTable>(points.hash) : undefined
    return compileStandard(await document<Standard>(hash), table, { hash, points: points?.hash })
  })

const notHere = () =>
  new WebProblem('surveys.not_here', 0, {
    vi: 'Chưa có mạng, và phiếu của hộ này chưa tải về máy. Có mạng, mở trang "Hộ" là phiếu của mọi hộ được giao được tải về.',
    en: 'There is no line, and the form of this household is not on this phone. With a line, open "Households": all forms are fetched.',
  })

/** What came back is corrected, not asked anew. */
function anewIn({ facts, from, day }: CaseAnswer, scorers: readonly Scorer[]): ReadonlySet<string> {
  if (from?.kind !== 'earlier_round') return new Set()
  return new Set(askedAnew({ facts, day, scorers, last: from.verdict ?? null }).keys())
}

type Answered = { readonly data: CaseAnswer; readonly keptAt: number | null; readonly lay: boolean }
type Reading = Answered & { readonly later?: Promise<Answered> }

const answeredAs = ({ data, keptAt }: Kept<CaseAnswer>): Answered => ({ data, keptAt, lay: keptAt !== null })
const orNotHere = (fault: unknown) => Promise.reject(asProblem(fault).status === 0 ? notHere() : fault)

/** What the phone has just taken home, and sent nothing of, opens from there; else the server is asked. */
async function read({ householdId, caseId }: CaseKey, standsIn: (problem: WebProblem) => boolean): Promise<Reading> {
  const which = { householdId, caseId }
  const stands = isConfirmed(caseId) && lastSending(caseId) === null
  const here = stands ? await findKept<CaseAnswer>(href(caseForm, which)) : null
  if (here) return { data: here.data, keptAt: null, lay: true }
  const { later, ...answer } = await readKeptSoon(caseForm, which, standsIn)
  if (!later) return answeredAs(answer)
  return { ...answeredAs(answer), keptAt: null, later: later.then(answeredAs) }
}

/** Rejects where neither the server nor this device has it. */
export async function loadCase(key: CaseKey): Promise<ReadyCase> {
  // What the server has is not a draft any more.
  await dropConfirmed([key.caseId]).catch(() => undefined)
  const draft = await findSurveyDraft(key.caseId).catch(() => null)
  // A form that was begun goes on although its household is in other hands now: it arrives all the same.
  const { later, ...first } = await read(
    key,
    ({ uncertain, code }) => uncertain || (draft !== null && code === 'surveys.case_not_found'),
  ).catch(orNotHere)
  const ready = await readyOf(first, draft)
  if (!later) return ready
  const next = later.then((answer) => readyOf(answer, draft))
  next.catch(() => undefined)
  return { ...ready, later: next }
}

async function readyOf({ data, keptAt, lay }: Answered, draft: ReadyCase['draft']): Promise<ReadyCase> {
  // Read some days ago, it is filled in today; a clock that stands before that day is not believed.
  const today = todayHere()
  const dated = lay && today > data.day ? { ...data, day: today } : data
  const [form, opens, closes] = await Promise.all([
    document<Form>(dated.form.hash),
    scorerOf(dated.opens),
    dated.closes ? scorerOf(dated.closes) : null,
  ])
  const anew = anewIn(dated, closes ? [opens, closes] : [opens])
  const base = { ...dated, facts: withoutAnew(dated.facts, anew) }
  return { base, form, opens, closes, anew, draft, keptAt }
}

/** A form that was begun is written once more when it opens, as it is. */
const filledIn = (draft: ReadyCase['draft']) => draft && JSON.stringify({ ...draft.data, seen: [] })

/**
 * What the server said of a form that was opened as it lay here; null where somebody has filled in something since.
 * Rejects as the reading did, in a form that nobody has touched.
 */
async function newerOf(shown: ReadyCase, later: Promise<ReadyCase>): Promise<OpenCase | null> {
  const said = await later.then(
    (ready) => ({ ready, fault: null }),
    (fault: unknown) => ({ ready: null, fault }),
  )
  if (said.ready && JSON.stringify(said.ready.base) === JSON.stringify(shown.base))
    return { ...shown, keptAt: said.ready.keptAt, turn: 0 }
  const draft = await findSurveyDraft(shown.base.case.caseId).catch(() => null)
  if (filledIn(draft) !== filledIn(shown.draft)) return null
  if (!said.ready) throw said.fault
  return { ...said.ready, draft, turn: 1 }
}

/** What is typed since the page opened is newer than what the server says after that. */
export function useCase(key: CaseKey): Read<OpenCase> {
  const [data, setData] = useState<OpenCase | null>(null)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let stands = true
    const read = async () => {
      const ready = await loadCase(key)
      if (!stands) return
      setData({ ...ready, turn: 0 })
      const newer = ready.later && (await newerOf(ready, ready.later))
      if (newer && stands) setData(newer)
    }
    setProblem(null)
    read().catch((fault) => {
      if (!stands) return
      setData(null)
      setProblem(asProblem(fault))
    })
    return () => {
      stands = false
    }
  }, [key.caseId, round])
  const mine = data?.base.case.caseId === key.caseId ? data : null
  return { data: mine, problem, loading: !mine && !problem, again: () => setRound((n) => n + 1) }
}

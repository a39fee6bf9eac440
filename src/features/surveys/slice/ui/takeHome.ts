/**
 * The forms of my households on this device, so that any of them opens without a line: fetched while there is one, some
 * at a time, each kept as it comes; later only those that changed. What is not in these hands any more is let go.
 */
import { signal } from '@preact/signals'
import { law } from '#features/standards/ui/calls.ts'
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { ReviewCaseId } from '#kernel/ids.ts'
import { href, send } from '#platform/web/calls.ts'
import { listDrafts } from '#platform/web/drafts.ts'
import { keepAnswer, keptAddresses, keptUnder, letGo, readOnce } from '#platform/web/keptReads.ts'
import { asProblem } from '#platform/web/problem.ts'
import { mayPass } from '#platform/web/sender.ts'
import { me, refreshMe } from '#platform/web/session.ts'
import { caseForm } from '../../ui/calls.ts'
import { lastSending } from '../../ui/onDevice.ts'
import type * as contract from '../contract.ts'
import { takeForms } from './calls.ts'

export type AtHome = {
  readonly have: number
  readonly of: number
  /** `stopped`: the line broke; `full`: this device takes nothing more. */
  readonly state: 'going' | 'whole' | 'stopped' | 'full'
}
export const atHome = signal<AtHome | null>(null)

type Key = Pick<InputOf<typeof contract.takeForms>['cases'][number], 'householdId' | 'caseId'>
type Form = NonNullable<OutputOf<typeof contract.takeForms>['forms'][number]['form']>

const forms = '/api/households/'
const addressOf = ({ householdId, caseId }: Key): string => href(caseForm, { householdId, caseId })
/** What a weak line carries before it breaks; the server takes no more at once. */
const atOnce: typeof contract.formsAtOnce = 50

/** What the law says, once for each hash: it never changes under it. */
async function takeLaw({ form, opens, closes }: Form): Promise<void> {
  for (const hash of [form.hash, opens.hash, opens.points?.hash, closes?.hash, closes?.points?.hash])
    if (hash) await readOnce(law, { hash })
}

class StoreFull extends Error {}
const kept = async (work: Promise<void>): Promise<void> =>
  work.catch(() => {
    throw new StoreFull()
  })

/** What was begun here or waits to be sent keeps the form that it was begun with. */
async function letOthersGo(wanted: readonly Key[]): Promise<void> {
  const begun = await listDrafts('survey')
  const stays = new Set([...wanted.map(({ caseId }) => caseId), ...begun.map(({ id }) => id as ReviewCaseId)])
  const caseOf = (address: string) => /^\/api\/households\/[^/]+\/cases\/([^/]+)\/form$/.exec(address)?.[1]
  const goes = (await keptAddresses(forms)).filter((address) => {
    const id = caseOf(address) as ReviewCaseId | undefined
    return id !== undefined && !stays.has(id) && lastSending(id)?.state !== 'waiting'
  })
  await letGo(goes)
}

const confirmedAt = new Map<ReviewCaseId, number>()
const freshMs = 2 * 60_000

/** Whether the server has just said that the form lies here as it stands: it need not be asked for once more. */
export const isConfirmed = (caseId: ReviewCaseId): boolean =>
  performance.now() - (confirmedAt.get(caseId) ?? Number.NEGATIVE_INFINITY) < freshMs

async function takePart(part: readonly Key[], versions: ReadonlyMap<string, string | null>): Promise<number> {
  const asked = part.map((key) => {
    const version = versions.get(addressOf(key))
    return { householdId: key.householdId, caseId: key.caseId, ...(version && { version }) }
  })
  const { forms: found, gone } = await send(takeForms, { cases: asked }, { background: true })
  const keys = new Map(part.map((key) => [key.caseId, key]))
  const gives = new Set(gone)
  for (const { caseId } of part) if (!gives.has(caseId)) confirmedAt.set(caseId, performance.now())
  for (const { caseId, version, form } of found) {
    const key = keys.get(caseId)
    if (!form || !key) continue
    await takeLaw(form)
    await kept(keepAnswer(addressOf(key), form, version))
  }
  return part.length - gone.length
}

/** How many lie here, where the server cannot be asked: who stands without a line sees what can be surveyed. */
export async function countHome(keys: readonly Key[]): Promise<void> {
  const lying = new Set(await keptAddresses(forms))
  const have = keys.filter((key) => lying.has(addressOf(key))).length
  if (!going && atHome.value === null)
    atHome.value = { have, of: keys.length, state: have === keys.length ? 'whole' : 'stopped' }
}

let going: Promise<void> | null = null
let wanted: readonly Key[] = []

/** One taking at a time. What was given to me while one went on is taken after it: whoever is told "all" has all. */
export function takeHome(keys: readonly Key[]): Promise<void> {
  wanted = keys
  going ??= takeWanted().finally(() => {
    going = null
  })
  return going
}

async function takeWanted(): Promise<void> {
  let taken: readonly Key[]
  do {
    taken = wanted
    await takeAll(taken)
  } while (wanted !== taken)
}

async function takeAll(keys: readonly Key[]): Promise<void> {
  let have = 0
  const tell = (state: AtHome['state']) => {
    atHome.value = { have, of: keys.length, state }
  }
  let lying = 0
  try {
    await letOthersGo(keys)
    const versions = await keptUnder(forms)
    lying = keys.filter((key) => versions.has(addressOf(key))).length
    tell('going')
    // Of who was remembered without a line the server has to say first that they are signed in.
    if (me.value?.keptAt) await refreshMe()
    for (let at = 0; at < keys.length; at += atOnce) {
      have += await takePart(keys.slice(at, at + atOnce), versions)
      tell('going')
    }
    tell('whole')
  } catch (fault) {
    const isFull = fault instanceof StoreFull
    // What lay here before lies here still.
    have = Math.max(have, lying)
    tell(isFull ? 'full' : have === keys.length ? 'whole' : 'stopped')
    if (!isFull && !mayPass(asProblem(fault))) throw fault
  }
}

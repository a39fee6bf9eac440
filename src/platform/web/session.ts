/** Who I am here. One signal for every page; the server alone decides what I may do. */
import { computed, signal } from '@preact/signals'
import type { GrantedRight, Role } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { type Call, patience, send } from './calls.ts'
import { asProblem, type WebProblem } from './problem.ts'
import { wire } from './wire.ts'

export type Account = {
  readonly accountId: AccountId
  readonly name: string
  readonly login: string
  readonly mustChangePassword: boolean
  readonly grants: readonly { readonly role: Role; readonly areaId: AreaId; readonly areaName: string }[]
  readonly ended: readonly { readonly role: Role; readonly areaName: string; readonly until: PlainDate }[]
  readonly can: readonly GrantedRight[]
  readonly csrf: string
}
export type Me = {
  readonly account: Account | null
  readonly today: PlainDate
  readonly demo: boolean
  readonly setup: boolean
  /** The server was out of reach: as it was answered then (milliseconds). */
  readonly keptAt?: number
  /** The session ended while this page stood: the page stays, and the same person is asked to sign in over it. */
  readonly ended?: boolean
}

export const meCall: Call<object, Me> = { name: 'people.me', method: 'GET', path: '/api/me', kind: 'read' }

/** Null until the server has answered once. */
export const me = signal<Me | null>(null)
export const meProblem = signal<WebProblem | null>(null)
export const account = computed(() => me.value?.account ?? null)
export const ended = computed(() => me.value?.ended ?? false)

/** Whom the server has signed in: nobody, where the session of the account that this page stands for has ended. */
export const standing = (answer: Me): Account | null => (answer.ended ? null : answer.account)

/** Does the account hold the right anywhere? Only for showing or hiding a room; buttons ask the answer's own `can`. */
export const holds = (right: GrantedRight): boolean => account.value?.can.includes(right) ?? false

/** Who has signed out is nobody here at once, whether or not the server can be asked again. */
export async function leave(): Promise<void> {
  wire.csrf = ''
  if (me.value) me.value = { account: null, today: me.value.today, demo: me.value.demo, setup: me.value.setup }
  await refreshMe()
}

/** The page of a session that ended is given up: somebody else wants to come in. Drafts stay with who typed them. */
export function giveUp(): void {
  const { value } = me
  if (value?.ended) me.value = { account: null, today: value.today, demo: value.demo, setup: value.setup }
}

/** Who has given the password on this very page. */
export const entered = signal<AccountId | null>(null)

type Asking = { readonly beginning?: boolean; readonly entering?: boolean }
export async function refreshMe({ beginning = false, entering = false }: Asking = {}): Promise<void> {
  try {
    const answer = await send(meCall, {}, { whoever: true, patienceMs: patience.askingMs })
    if (entering) entered.value = answer.account?.accountId ?? null
    wire.csrf = answer.account?.csrf ?? ''
    // A session that ended takes nothing from the page: what is typed there goes on once the same person is back. A page
    // that has only begun, with who was here last, holds nothing yet.
    const before = beginning ? null : account.peek()
    me.value = before && !answer.account && !answer.setup ? { ...answer, account: before, ended: true } : answer
    document.documentElement.toggleAttribute('data-demo', answer.demo)
    meProblem.value = null
  } catch (fault) {
    meProblem.value = asProblem(fault)
  }
}

const ofTheSession: readonly string[] = [
  'access.sign_in_needed',
  'access.csrf',
  'access.password_change_first',
  'web.another_account',
]
let asking: Promise<void> | null = null

/** Asks who I am now, once for all that were refused together. */
const askAgain = (): Promise<void> => {
  asking ??= refreshMe().finally(() => {
    asking = null
  })
  return asking
}

/** Until somebody is signed in or the page is given up. */
const untilSettled = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = ended.subscribe((waits) => {
      if (waits) return
      // The first word comes while one is still subscribing.
      queueMicrotask(() => stop())
      resolve()
    })
  })

/** A session that ended while nobody looked is noticed when somebody is back, before more is typed. */
export function watchSession(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && account.peek()) void askAgain()
  })
}

wire.accountId = () => account.peek()?.accountId ?? null
wire.renewed = async (problem) => {
  const before = account.peek()
  if (!before || !ofTheSession.includes(problem.code)) return false
  await askAgain()
  if (ended.peek()) await untilSettled()
  const now = account.peek()
  return now?.accountId === before.accountId && !now.mustChangePassword && now.csrf !== before.csrf
}

/** Who I am here. One signal for every page; the server alone decides what I may do. */
import { computed, signal } from '@preact/signals'
import type { GrantedRight, Role } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { type Call, send } from './calls.ts'
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
}

export const meCall: Call<object, Me> = { name: 'people.me', method: 'GET', path: '/api/me', kind: 'read' }

/** Null until the server has answered once. */
export const me = signal<Me | null>(null)
export const meProblem = signal<WebProblem | null>(null)
export const account = computed(() => me.value?.account ?? null)

/** Does the account hold the right anywhere? Only for showing or hiding a room; buttons ask the answer's own `can`. */
export const holds = (right: GrantedRight): boolean => account.value?.can.includes(right) ?? false

/** Who has signed out is nobody here at once, whether or not the server can be asked again. */
export async function leave(): Promise<void> {
  wire.csrf = ''
  if (me.value) me.value = { account: null, today: me.value.today, demo: me.value.demo, setup: me.value.setup }
  await refreshMe()
}

export async function refreshMe(): Promise<void> {
  try {
    const answer = await send(meCall, {}, { whoever: true })
    wire.csrf = answer.account?.csrf ?? ''
    me.value = answer
    document.documentElement.toggleAttribute('data-demo', answer.demo)
    meProblem.value = null
  } catch (fault) {
    meProblem.value = asProblem(fault)
  }
}

wire.accountId = () => account.peek()?.accountId ?? null
wire.onProblem = (problem) => {
  const stale =
    problem.status === 401 || problem.code === 'access.csrf' || problem.code === 'access.password_change_first'
  // A session that ended shows the sign-in over the same address; nothing typed elsewhere is lost by a reload.
  if (stale && me.value?.account) void refreshMe()
}

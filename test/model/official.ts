/** An official at a desk: checks what came, returns, accepts, chooses between two, gives households to others. */
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#platform/server/ids.ts'
import type { Chance } from './chance.ts'
import { enumeratorOf, password, roundOf } from './ground.ts'
import { type Ledger, note } from './ledger.ts'
import { fetchOver, type Line, type Wire } from './network.ts'

export type Official = {
  readonly chance: Chance
  readonly line: Line
  readonly ledger: Ledger
  readonly login: string
  readonly part: number
  readonly enumerators: number
  readonly fetch: typeof fetch
  csrf: string
}

export const newOfficial = ({
  wire,
  ...made
}: Omit<Official, 'fetch' | 'csrf'> & { readonly wire: Wire }): Official => ({
  ...made,
  fetch: fetchOver(made.line, wire),
  csrf: '',
})

/** Asked until it is answered: the line breaks, the server comes back. */
async function asked(official: Official, path: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await official.fetch(path, init).catch(() => null)
    // An answer that was cut short is none.
    const whole =
      answer &&
      (await answer
        .clone()
        .json()
        .catch(() => null)) !== null
    if (answer && whole && answer.status !== 503) return answer
    await sleep(100)
  }
}

export async function read<T>(official: Official, path: string): Promise<T> {
  const answer = await asked(official, path, {})
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** The same command until it is answered. */
async function change(official: Official, call: string, path: string, body: object): Promise<boolean> {
  const command = newId()
  const headers = { 'content-type': 'application/json', 'x-csrf': official.csrf, 'x-command': command }
  const answer = await asked(official, path, { method: 'POST', body: JSON.stringify(body), headers })
  const { code = null } = (await answer.json()) as { code?: string }
  official.ledger.deeds.push({ command, call, status: answer.status, code })
  note(official.ledger, answer.ok ? call : `${call}: ${code}`)
  return answer.ok
}

export async function signIn(official: Official): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-command': newId() }
  const body = JSON.stringify({ login: official.login, password })
  await asked(official, '/api/sign-in', { method: 'POST', body, headers })
  const { account } = await read<{ account: { csrf: string } }>(official, '/api/me')
  official.csrf = account.csrf
}

type CaseRow = { readonly caseId: string; readonly householdId: string; readonly enumeratorId: string | null }
export type Shown = {
  readonly case: { readonly state: string; readonly surveyId: string | null }
  readonly survey: { readonly surveyId: string } | null
  readonly beside: readonly { readonly surveyId: string }[]
  readonly choices: readonly object[]
  readonly comments: readonly { readonly surveyId: string }[]
  readonly oddDay: { readonly settled?: object } | null
}

export const caseUrl = ({ householdId, caseId }: Pick<CaseRow, 'householdId' | 'caseId'>): string =>
  `/api/households/${householdId}/cases/${caseId}`

async function someCase(official: Official, state: string): Promise<CaseRow | null> {
  const { cases } = await read<{ cases: CaseRow[] }>(
    official,
    `/api/rounds/${roundOf(official.part)}/cases?state=${state}`,
  )
  return cases.length > 0 ? official.chance.oneOf(cases) : null
}

/** Looks at one that came and says what becomes of it. A colleague may be at the same. */
async function check(official: Official): Promise<void> {
  const one = await someCase(official, 'submitted')
  if (!one) return
  const { chance } = official
  const url = caseUrl(one)
  const { survey, beside, oddDay } = await read<Shown>(official, url)
  if (!survey) return
  const { surveyId } = survey
  await sleep(chance.below(60))
  const [first] = beside
  if (first) {
    const how = { surveyId, laterId: first.surveyId, take: chance.is(0.5), because: 'Đã hỏi lại gia đình' }
    await change(official, 'surveys.choose', `${url}/choose`, how)
  } else if (oddDay && !oddDay.settled) {
    const { day } = await read<{ day: string }>(official, `${url}/form`)
    await change(official, 'surveys.settleDay', `${url}/day`, { surveyId, on: day })
  } else if (chance.is(0.5)) {
    const notes = [{ question: '', person: null, note: 'Hỏi lại thu nhập' }]
    await change(official, 'surveys.return', `${url}/return`, { surveyId, notes })
  } else await change(official, 'surveys.accept', `${url}/accept`, { surveyId })
}

/** Gives a household to somebody else, who may be in the hills. */
async function give(official: Official): Promise<void> {
  const { chance, part } = official
  const one = await someCase(official, chance.oneOf(['assigned', 'returned']))
  if (!one) return
  const { accountId } = enumeratorOf(part, 1 + chance.below(official.enumerators))
  const body = { accountId, householdIds: [one.householdId] }
  await change(official, 'rounds.assign', `/api/rounds/${roundOf(part)}/assign`, body)
}

export async function work(official: Official): Promise<void> {
  const pauseMs = official.chance.below(80)
  await (official.chance.is(0.8) ? check(official) : give(official))
  await sleep(pauseMs)
}

/** What a phone takes home. */
import { hash } from 'node:crypto'
import { roundsById } from '#features/rounds/queries.ts'
import type { Law } from '#features/standards/law.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import type { CaseKey } from '../queries.ts'
import { formOf, placeOf } from '../read.ts'
import * as contract from './contract.ts'
import { type Stamp, stampsOf } from './queries.ts'

type Asking = Pick<Call<typeof contract.takeForms>, 'db' | 'actor' | 'today'>

/** What each form is made of beside its household's own rows: its round, and what is known of its village. */
async function versionsOf({ db, today }: Asking, keys: readonly CaseKey[]): Promise<(Stamp & { version: string })[]> {
  const stamps = await stampsOf(db, keys, today)
  if (stamps.length === 0) return []
  const rounds = new Map(
    (await roundsById(db, [...new Set(stamps.map((one) => one.roundId))])).map((r) => [r.roundId, r]),
  )
  const places = new Map<string, string>()
  for (const row of stamps) {
    const [round, at] = [rounds.get(row.roundId), `${row.roundId} ${row.villageId}`]
    if (round && !places.has(at)) places.set(at, JSON.stringify(await placeOf(db, { row, round }, today)))
  }
  return stamps.map((one) => {
    const around = JSON.stringify([
      rounds.get(one.roundId) ?? null,
      places.get(`${one.roundId} ${one.villageId}`) ?? null,
    ])
    return { ...one, version: hash('sha256', one.stamp + around).slice(0, 32) }
  })
}

const take = (law: Law) =>
  read(contract.takeForms, async ({ db, actor, today, input }) => {
    const keys = input.cases
    const here = new Map((await versionsOf({ db, actor, today }, keys)).map((one) => [one.caseId, one]))
    const forms = []
    for (const { version: has, ...key } of keys) {
      const now = here.get(key.caseId)
      if (now?.given !== actor.accountId || now.householdId !== key.householdId) continue
      const { caseId, version } = now
      forms.push({ caseId, version, form: has === version ? null : await formOf(law, { db, actor, today }, key) })
    }
    const taken = new Set(forms.map((one) => one.caseId))
    return { forms, gone: keys.map((one) => one.caseId).filter((id) => !taken.has(id)) }
  })

export const sliceRoutes = (law: Law): Route[] => [take(law)]

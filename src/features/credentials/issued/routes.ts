import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { credentialChanges } from './changes.ts'
import { credentialColumns } from './columns.ts'
import * as contract from './contract.ts'
import { bases, type CredentialState, credentialButtons, credentialStates } from './model.ts'
import { credentialProblem } from './problems.ts'
import * as issued from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }
type By = { readonly actor: Actor; readonly over: readonly AreaId[] }

const canOf = (by: By, state: CredentialState) =>
  buttonsFor(credentialButtons, by, (_button, name) =>
    name === 'restore' ? state === 'revoked' : state !== 'revoked' && state !== 'reissued',
  )

async function listed({ db, actor, input, today }: Call<typeof contract.listCredentials>, window: Window) {
  const {
    areaId,
    state = null,
    credentialBasis: basis = null,
    ruleId: rule = null,
    trainingClassId: ofClass = null,
    q,
  } = input
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const sought = { area: areaId, today, state, basis, rule, ofClass, q: q?.trim() || null }
  const { rows, total } = await issued.credentialsAt(db, sought, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  const rules = await issued.rulesThere(db, over)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rules,
    mayIssue: can(actor, 'credential.manage', over),
    rows: rows.map(({ total: _total, areaId: province, ...row }) => ({
      ...row,
      can: canOf({ actor, over: overs.get(province) ?? [] }, row.state),
    })),
  }
}

const list = read(contract.listCredentials, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.credentialsFile, async (call, window) => {
  const { rows, total, areaName, rules } = await listed(call, window)
  const { state, credentialBasis: basis, ruleId, q } = call.input
  const rule = rules.find((one) => one.ruleId === ruleId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: credentialColumns,
    title: { vi: 'Chứng nhận tập huấn', en: 'Credentials' },
    place: areaName,
    filters: [
      ...(rule ? [{ vi: rule.name, en: rule.name }] : []),
      ...(state ? [credentialStates[state]] : []),
      ...(basis ? [bases[basis]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const one = read(contract.getCredential, async ({ db, actor, input: { credentialId }, today }) => {
  const found = await issued.credentialOf(db, credentialId, today)
  if (!found) throw credentialProblem('credential.not_found')
  await mustBeAble({ db, actor }, 'training.read', found.fromId)
  const over = (await oversOf(db, [found.areaId])).get(found.areaId) ?? []
  return { ...found, can: canOf({ actor, over }, found.state) }
})

const own = async ({ db, today }: Pick<Call<typeof contract.myCredentials>, 'db' | 'today'>) =>
  (await issued.ownCredentials(db, today)).map(({ areaId: _area, ...row }) => ({ ...row, can: [] }))
const mine = read(contract.myCredentials, async (call) => ({ rows: await own(call) }))
const mineFile = fileOf(
  contract.myCredentialsFile,
  async (call) => {
    const title = { vi: 'Chứng nhận của tôi', en: 'My credentials' }
    return { rows: await own(call), columns: credentialColumns, title }
  },
  { whole: true },
)

export const credentialRoutes: Route[] = [list, listFile, one, mine, mineFile, ...credentialChanges]

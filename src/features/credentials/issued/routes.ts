import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Library, standardSaid } from '#features/standards/library.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { credentialChanges } from './changes.ts'
import { credentialColumns } from './columns.ts'
import * as contract from './contract.ts'
import { bases, type CredentialState, credentialButtons, credentialStates, groundGone } from './model.ts'
import { credentialProblem } from './problems.ts'
import * as issued from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }
type By = { readonly actor: Actor; readonly over: readonly AreaId[] }

const canOf = (by: By, state: CredentialState) =>
  buttonsFor(credentialButtons, by, (_button, name) =>
    name === 'restore' ? state === 'revoked' : state !== 'revoked' && state !== 'reissued',
  )

const standardOf = (library: Library, { standardId }: { readonly standardId: string | null }) =>
  standardId === null ? null : standardSaid(library, standardId)

async function listed(library: Library, call: Call<typeof contract.listCredentials>, window: Window) {
  const { db, actor, input, today } = call
  const {
    areaId,
    state = null,
    credentialBasis: basis = null,
    ruleId: rule = null,
    trainingClassId: ofClass = null,
    groundless = false,
    q,
  } = input
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const sought = { area: areaId, today, state, basis, rule, ofClass, groundless, q: q?.trim() || null }
  const { rows, total } = await issued.credentialsAt(db, sought, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  const rules = await issued.rulesThere(db, over)
  const gone = await issued.groundlessAmong(
    db,
    rows.map(({ credentialId }) => credentialId),
  )
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rules,
    mayIssue: can(actor, 'credential.manage', over),
    rows: rows.map(({ total: _total, areaId: province, ...row }) => ({
      ...{ ...row, standard: standardOf(library, row), groundless: gone.has(row.credentialId) },
      can: canOf({ actor, over: overs.get(province) ?? [] }, row.state),
    })),
  }
}

const list = (library: Library) =>
  read(contract.listCredentials, (call) => listed(library, call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = (library: Library) =>
  fileOf(contract.credentialsFile, async (call, window) => {
    const { rows, total, areaName, rules } = await listed(library, call, window)
    const { state, credentialBasis: basis, ruleId, groundless, q } = call.input
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
        ...(groundless ? [groundGone] : []),
        ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
      ],
    }
  })

const one = (library: Library) =>
  read(contract.getCredential, async ({ db, actor, input: { credentialId }, today }) => {
    const found = await issued.credentialOf(db, credentialId, today)
    if (!found) throw credentialProblem('credential.not_found')
    await mustBeAble({ db, actor }, 'training.read', found.fromId)
    const over = (await oversOf(db, [found.areaId])).get(found.areaId) ?? []
    const groundless = (await issued.groundlessAmong(db, [credentialId])).has(credentialId)
    return { ...found, standard: standardOf(library, found), groundless, can: canOf({ actor, over }, found.state) }
  })

const own = async (library: Library, { db, today }: Pick<Call<typeof contract.myCredentials>, 'db' | 'today'>) => {
  const rows = await issued.ownCredentials(db, today)
  const gone = await issued.groundlessAmong(
    db,
    rows.map(({ credentialId }) => credentialId),
  )
  return rows.map(({ areaId: _area, ...row }) => ({
    ...{ ...row, standard: standardOf(library, row), groundless: gone.has(row.credentialId), can: [] },
  }))
}
const mine = (library: Library) => read(contract.myCredentials, async (call) => ({ rows: await own(library, call) }))
const mineFile = (library: Library) =>
  fileOf(
    contract.myCredentialsFile,
    async (call) => {
      const title = { vi: 'Chứng nhận của tôi', en: 'My credentials' }
      return { rows: await own(library, call), columns: credentialColumns, title }
    },
    { whole: true },
  )

export const credentialRoutes = (library: Library): Route[] => [
  ...[list, listFile, one, mine, mineFile].map((route) => route(library)),
  ...credentialChanges,
]

import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { workplaceOf } from '#features/people/guesses.ts'
import { getNationId } from '#features/people/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import { leaving } from '#platform/server/doors/traces.ts'
import { type Call, change, happened, open, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Services } from '#platform/server/services.ts'
import { fieldEvent } from '../events.ts'
import { idleMinutes } from '../idle/model.ts'
import { minutesAt, minutesOf } from '../idle/queries.ts'
import { fieldProblem } from '../problems.ts'
import { deviceColumns } from './columns.ts'
import * as contract from './contract.ts'
import { deviceButtons, deviceStates } from './model.ts'
import * as devices from './queries.ts'

/** `minutes`: as the province laid down; null: it did not. */
const promisedBy = ({ keys }: Services, minutes: number | null) => ({
  ...{ idleMinutes: minutes ?? idleMinutes, delivery: keys.deliveryKey() },
})

const keep = change(contract.keepDevice, async ({ db, actor, input, today, services, device }) => {
  const { deviceId, dataKey } = input
  const area = (await workplaceOf(db, actor.accountId, today)) ?? (await getNationId(db))
  const added = await devices.insertDevice(db, {
    id: deviceId,
    account_id: actor.accountId,
    area_id: area,
    data_key: services.keys.encrypt(dataKey, devices.keyPlace(deviceId)),
    kind: device,
    kept_on: today,
    seen_at: instantOf(services.clock),
  })
  if (!added) throw fieldProblem('field.device_known')
  const event = fieldEvent('field.device_kept', { subject: actor.accountId, area })
  return happened(event, { deviceId, ...promisedBy(services, await minutesAt(db, area, today)) })
})

const key = read(contract.deviceKey, async ({ db, actor, input: { deviceId }, services }) => {
  const held = await devices.ownKey(db, deviceId, actor.accountId)
  if (!held) throw fieldProblem('field.device_not_found')
  const event = fieldEvent('field.key_given', { subject: actor.accountId, area: null })
  return leaving({ dataKey: services.keys.decrypt(held, devices.keyPlace(deviceId)) }, { count: async () => {}, event })
})

const said = open(contract.deviceSaid, async ({ db, today, input: { deviceId }, services }) => ({
  state: await devices.saidOf(db, deviceId),
  ...promisedBy(services, await minutesOf(db, deviceId, today)),
}))

const tell = read(contract.tellWaits, async ({ actor, today, input, services }) => {
  const { deviceId, ...waits } = input
  const who = [deviceId, actor.accountId] as const
  return leaving(
    {},
    {
      count: async (db) => {
        const area = (await workplaceOf(db, actor.accountId, today)) ?? null
        return devices.noteWaits(db, who, { ...waits, area, at: instantOf(services.clock) })
      },
    },
  )
})

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed({ db, actor, input, today }: Call<typeof contract.listDevices>, window: Window) {
  const { areaId, state = null, q } = input
  await mustBeAble({ db, actor }, 'survey.check', areaId)
  const { rows, total, waits } = await devices.devicesAt(db, { areaId, state, q: q || null, today }, window)
  const overs = await oversOf(
    db,
    rows.map((row) => row.areaId),
  )
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    waits,
    rows: rows.map(({ areaId: at, ...row }) => ({
      ...row,
      can: buttonsFor(deviceButtons, { actor, over: overs.get(at) ?? [] }, ({ from }) => row.state === from),
    })),
  }
}

const list = read(contract.listDevices, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.devicesFile, async (call, window) => {
  const { rows, total, areaName } = await listed(call, window)
  const { state, q } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: deviceColumns,
    title: { vi: 'Điện thoại khảo sát', en: 'Phones in the field' },
    place: areaName,
    filters: [...(q ? [`"${tidy(q)}"`] : []), ...(state ? [deviceStates[state]] : [])],
  }
})

const say = change(contract.sayOfDevice, async ({ db, actor, input, services }) => {
  const { deviceId, state, because } = input
  const held = await devices.holdDevice(db, deviceId)
  if (!held) throw fieldProblem('field.device_not_found')
  await mustBeAble({ db, actor }, 'survey.check', held.area_id)
  if (held.state !== 'in_use') throw fieldProblem('field.device_not_in_use')
  const at = instantOf(services.clock)
  // First what a function of the database writes.
  if (state === 'lost') await devices.signOutLost(db, deviceId)
  await devices.sayState(db, deviceId, { state, because: tidy(because), by: actor.accountId, at })
  const what = state === 'lost' ? 'field.device_lost' : 'field.device_returned'
  const facts = { because: tidy(because) }
  return happened(fieldEvent(what, { subject: held.account_id, area: held.area_id, facts }), { deviceId })
})

export const deviceRoutes: Route[] = [keep, key, said, tell, list, listFile, say]

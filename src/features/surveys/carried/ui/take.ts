/**
 * Taking the register of a commune to this device: village by village, each part kept as it comes, so that a line that broke
 * loses nothing; later only the villages that have changed. What is of the commune no more is let go.
 */
import { signal } from '@preact/signals'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { newId } from '#platform/web/ids.ts'
import { keepAnswer, keptAddresses, letGo } from '#platform/web/keptReads.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import type * as contract from '../contract.ts'
import { carriedPart, carriedVillages, carryCommune } from './calls.ts'
import { keepSheet, partAt, partsUnder, type Sheet, type SheetVillage, sheetOf } from './sheet.ts'

export type Taking = {
  readonly areaId: AreaId
  /** `stopped`: the line broke, or the server refused (`problem`); `full`: this device takes nothing more. */
  readonly state: 'going' | 'whole' | 'stopped' | 'full'
  readonly villages: number
  readonly of: number
  readonly problem: WebProblem | null
}
export const taking = signal<Taking | null>(null)

type Listed = OutputOf<typeof contract.carriedVillages> & { readonly takingId: CommandId }

/** A taking of the day goes on, whatever broke it; of another day a new one begins. */
async function listedUnder(areaId: AreaId, before: CommandId | null): Promise<Listed> {
  try {
    if (before) return { takingId: before, ...(await ask(areaId, before)) }
  } catch (fault) {
    if (asProblem(fault).code !== 'surveys.carry_begin') throw fault
  }
  const takingId = newId<'command'>()
  await send(carryCommune, { areaId }, { commandId: takingId, background: true })
  return { takingId, ...(await ask(areaId, takingId)) }
}
const ask = (areaId: AreaId, takingId: CommandId) => send(carriedVillages, { areaId, takingId }, { background: true })

class StoreFull extends Error {}
const stored = (work: Promise<void>): Promise<void> =>
  work.catch(() => {
    throw new StoreFull()
  })

/** Bytes that a household takes here, about; and what is left free for surveys. */
const [bytesEach, leftFree] = [600, 20_000_000]

async function mustHaveRoom(households: number): Promise<void> {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => ({}) as StorageEstimate)) ?? {}
  if (quota !== undefined && quota - usage < households * bytesEach + leftFree) throw new StoreFull()
}

type Village = Listed['villages'][number]
const addressesOf = (areaId: AreaId, { villageId, parts }: Village): string[] =>
  Array.from({ length: parts }, (_, part) => partAt(areaId, villageId, part))

/** One village whole; with another version where it changed meanwhile, and is asked for again. */
async function takeVillage(areaId: AreaId, { takingId, day }: Listed, village: Village): Promise<SheetVillage> {
  const { villageId } = village
  let [bytes, isWhole] = [0, true]
  for (const [part, address] of addressesOf(areaId, village).entries()) {
    const input = { areaId, takingId, villageId, part }
    const { version, households } = await send(carriedPart, input, { background: true })
    await stored(keepAnswer(address, households, version))
    bytes += new TextEncoder().encode(JSON.stringify(households)).byteLength
    isWhole &&= version === village.version
  }
  return { ...village, bytes, ...(isWhole ? { day, here: village.version } : { day: null, here: null }) }
}

const tell = (now: Taking): void => {
  taking.value = now
}

/** So many at once: on a weak line the way there and back takes longer than what is carried. */
const atOnce = 3
/** How often what has come is noted, so that a page that is closed loses no more (milliseconds). */
const noteEvery = 1_000

/** Once through the villages; answers whether all of it is here then. */
async function takeOnce(areaId: AreaId): Promise<boolean> {
  const before = await sheetOf(areaId)
  const listed = await listedUnder(areaId, before?.takingId ?? null)
  const { name, takingId, day, villages } = listed
  await mustHaveRoom(villages.reduce((sum, { households }) => sum + households, 0))
  const lies = await keptAddresses(partsUnder(areaId))
  const stays = new Set(villages.flatMap((village) => addressesOf(areaId, village)))
  await letGo(lies.filter((address) => !stays.has(address)))

  const [here, known] = [new Set(lies), new Map(before?.villages.map((one) => [one.villageId, one]))]
  const now = new Map<AreaId, SheetVillage>()
  for (const village of villages) {
    const had = known.get(village.villageId)
    const isHere = addressesOf(areaId, village).every((address) => here.has(address))
    const isSame = isHere && had?.here === village.version
    const kept = { day: isSame ? day : isHere ? (had?.day ?? null) : null, here: isHere ? (had?.here ?? null) : null }
    now.set(village.villageId, { ...village, ...kept, bytes: had?.bytes ?? 0 })
  }
  const note = (wholeAt: number | null = null) => {
    const sheet: Sheet = { name, takingId, villages: [...now.values()], wholeAt }
    return stored(keepSheet(areaId, sheet))
  }
  await note()
  const missing = villages.filter(({ villageId, version }) => now.get(villageId)?.here !== version)
  let [done, noted] = [villages.length - missing.length, performance.now()]
  tell({ areaId, state: 'going', villages: done, of: villages.length, problem: null })
  const worker = async () => {
    for (let village = missing.shift(); village; village = missing.shift()) {
      now.set(village.villageId, await takeVillage(areaId, listed, village))
      done += 1
      tell({ areaId, state: 'going', villages: done, of: villages.length, problem: null })
      if (performance.now() - noted < noteEvery) continue
      noted = performance.now()
      await note()
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, () => worker().catch(giveUp(missing))))
  const isWhole = [...now.values()].every((one) => one.here !== null && one.day === day)
  await note(isWhole ? Date.now() : null)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  tell({ areaId, state: isWhole ? 'whole' : 'stopped', villages: done, of: villages.length, problem: null })
  return isWhole
}

/** Where one of them failed, the others begin nothing more. */
const giveUp =
  (missing: unknown[]) =>
  (fault: unknown): never => {
    missing.length = 0
    throw fault
  }

let going: Promise<void> | null = null

/** One taking at a time; who asks meanwhile waits for the same. */
export function takeCommune(areaId: AreaId): Promise<void> {
  going ??= takeAll(areaId).finally(() => {
    going = null
  })
  return going
}

/** What changed while it was taken is taken once more. */
const rounds = 3

async function takeAll(areaId: AreaId): Promise<void> {
  tell({ areaId, state: 'going', villages: 0, of: 0, problem: null })
  try {
    for (let n = 0; n < rounds; n++) if (await takeOnce(areaId)) return
  } catch (fault) {
    const { villages = 0, of = 0 } = taking.value ?? {}
    const isFull = fault instanceof StoreFull
    const problem = isFull ? null : asProblem(fault)
    tell({ areaId, state: isFull ? 'full' : 'stopped', villages, of, problem: problem?.uncertain ? null : problem })
  }
}

/**
 * Taking the register of a commune to this device: village by village, each part kept as it comes, so that a line that broke
 * loses nothing; later only the villages that have changed. What is of the commune no more is let go.
 */
import { signal } from '@preact/signals'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { newId } from '#platform/web/ids.ts'
import { keepAnswer, keptUnder, letGo } from '#platform/web/keptReads.ts'
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
const [bytesEach, leftFree] = [900, 20_000_000]

async function mustHaveRoom(households: number): Promise<void> {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => ({}) as StorageEstimate)) ?? {}
  if (quota !== undefined && quota - usage < households * bytesEach + leftFree) throw new StoreFull()
}

const partsOf = ({ parts }: Pick<SheetVillage, 'parts'>): number[] => Array.from({ length: parts }, (_, part) => part)

/** What of a commune lies here and is of it no more, or is no part of a village any more. */
async function letOthersGo(areaId: AreaId, { villages }: Listed): Promise<void> {
  const stays = new Set(villages.flatMap((one) => partsOf(one).map((part) => partAt(areaId, one.villageId, part))))
  await letGo([...(await keptUnder(partsUnder(areaId))).keys()].filter((address) => !stays.has(address)))
}

type Part = { readonly version: string; readonly bytes: number }

async function takePart(
  areaId: AreaId,
  { takingId }: Listed,
  [villageId, part]: readonly [AreaId, number],
): Promise<Part> {
  const input = { areaId, takingId, villageId, part }
  const { version, households } = await send(carriedPart, input, { background: true })
  await stored(keepAnswer(partAt(areaId, villageId, part), households, version))
  return { version, bytes: new TextEncoder().encode(JSON.stringify(households)).byteLength }
}

/** The village as it is here afterwards; a version of its own where it changed between two parts, and is asked for again. */
async function takeVillage(
  areaId: AreaId,
  listed: Listed,
  {
    village,
    here,
    bytes,
  }: { village: Listed['villages'][number]; here: ReadonlyMap<string, string | null>; bytes: number },
): Promise<SheetVillage> {
  const missing = partsOf(village).filter(
    (part) => here.get(partAt(areaId, village.villageId, part)) !== village.version,
  )
  if (missing.length === 0) return { ...village, day: listed.day, bytes }
  const came: Part[] = []
  for (const part of partsOf(village))
    if (missing.includes(part)) came.push(await takePart(areaId, listed, [village.villageId, part]))
  const isWhole = came.every(({ version }) => version === village.version)
  const all = came.reduce((sum, one) => sum + one.bytes, missing.length < village.parts ? bytes : 0)
  return { ...village, day: isWhole ? listed.day : null, bytes: all }
}

const tell = (now: Taking): void => {
  taking.value = now
}

/** Once through the villages; answers whether all of it is here then. */
async function takeOnce(areaId: AreaId): Promise<boolean> {
  const before = await sheetOf(areaId)
  const listed = await listedUnder(areaId, before?.takingId ?? null)
  const { name, takingId } = listed
  await mustHaveRoom(listed.villages.reduce((sum, { households }) => sum + households, 0))
  await letOthersGo(areaId, listed)
  const here = await keptUnder(partsUnder(areaId))
  const known = new Map(before?.villages.map((one) => [one.villageId, one]))
  const now = new Map(
    listed.villages.map((one): [AreaId, SheetVillage] => {
      const { day = null, bytes = 0 } = known.get(one.villageId) ?? {}
      return [one.villageId, { ...one, day, bytes }]
    }),
  )
  const sheet = (wholeAt: number | null): Sheet => ({ name, takingId, villages: [...now.values()], wholeAt })
  await stored(keepSheet(areaId, sheet(null)))
  for (const [at, village] of listed.villages.entries()) {
    tell({ areaId, state: 'going', villages: at, of: listed.villages.length, problem: null })
    const bytes = known.get(village.villageId)?.bytes ?? 0
    const after = await takeVillage(areaId, listed, { village, here, bytes })
    const changed = after.day !== now.get(village.villageId)?.day || after.bytes !== bytes
    now.set(village.villageId, after)
    if (changed) await stored(keepSheet(areaId, sheet(null)))
  }
  const isWhole = [...now.values()].every(({ day }) => day === listed.day)
  if (isWhole) await stored(keepSheet(areaId, sheet(Date.now())))
  tell({ areaId, state: isWhole ? 'whole' : 'stopped', villages: now.size, of: now.size, problem: null })
  return isWhole
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

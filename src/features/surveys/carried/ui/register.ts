/** The register of a commune in memory, so that it can be searched while somebody types: opened part by part, never for long. */
import { useEffect, useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { type Entry, entryOf } from '../rules/search.ts'
import { partHere, type Sheet } from './sheet.ts'

/** `entries`: what is open by now, of `done` villages; all of it once it is `whole`. `lost`: parts that could not be opened. */
export type Register = {
  readonly entries: readonly Entry[]
  readonly done: number
  readonly whole: boolean
  readonly lost: number
}

/** The screen is left alone for no longer (milliseconds). */
const atOnce = 12
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/** What is open is handed on at once, and then so often (milliseconds). */
const tellEvery = 700

type Telling = {
  readonly tell: (entries: readonly Entry[], done: number) => void
  readonly goesOn: () => boolean
}

/** So many are being unsealed while one is read. */
const ahead = 4

async function opened(areaId: AreaId, { villages }: Sheet, { tell, goesOn }: Telling) {
  const taken = villages.filter(({ day }) => day !== null)
  const wanted = taken.flatMap(({ villageId, parts }, at) =>
    Array.from({ length: parts }, (_, part) => ({ villageId, part, at })),
  )
  const open = ({ villageId, part }: (typeof wanted)[number]) => partHere(areaId, villageId, part)
  const coming = wanted.slice(0, ahead).map(open)
  const entries: Entry[] = []
  const seen = new Set<string>()
  let lost = 0
  let told = Number.NEGATIVE_INFINITY
  for (const [n, { villageId, at }] of wanted.entries()) {
    if (!goesOn()) break
    const households = await coming.shift()
    const next = wanted[n + ahead]
    if (next) coming.push(open(next))
    if (!households) lost += 1
    let began = performance.now()
    for (const one of households ?? []) {
      // Who moved between the taking of two villages stands in both.
      if (seen.has(one.householdId)) continue
      seen.add(one.householdId)
      entries.push(entryOf(one, villageId))
      if (performance.now() - began < atOnce) continue
      await breath()
      began = performance.now()
    }
    if (performance.now() - told < tellEvery) continue
    told = performance.now()
    tell([...entries], at + 1)
  }
  return { entries, lost }
}

/** Opened once for a sheet; again where another taking has ended. */
export function useRegister(areaId: AreaId, sheet: Sheet): Register {
  const [register, setRegister] = useState<Register>({ entries: [], done: 0, whole: false, lost: 0 })
  useEffect(() => {
    let stands = true
    // What stood whole before stays until the next is.
    const tell = (entries: readonly Entry[], done: number) =>
      stands && setRegister((now) => (now.whole ? now : { ...now, entries, done }))
    opened(areaId, sheet, { tell, goesOn: () => stands }).then(
      ({ entries, lost }) => stands && setRegister({ entries, lost, done: sheet.villages.length, whole: true }),
      () => undefined,
    )
    return () => {
      stands = false
    }
  }, [areaId, sheet])
  return register
}

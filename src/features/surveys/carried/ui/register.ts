/** The register of a commune in memory, so that it can be searched while somebody types: opened part by part, never for long. */
import { useEffect, useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { type Entry, entryOf } from '../rules/search.ts'
import { partHere, type Sheet } from './sheet.ts'

/** `entries`: null while it is being opened. `lost`: parts that could not be opened. */
export type Register = { readonly entries: readonly Entry[] | null; readonly done: number; readonly lost: number }

/** The screen is left alone for no longer (milliseconds). */
const atOnce = 30
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

type Telling = { readonly tell: (done: number) => void; readonly goesOn: () => boolean }

async function opened(areaId: AreaId, { villages }: Sheet, { tell, goesOn }: Telling) {
  const entries: Entry[] = []
  const seen = new Set<string>()
  let [lost, began] = [0, performance.now()]
  for (const [at, { villageId, parts }] of villages.entries()) {
    for (let part = 0; part < parts && goesOn(); part++) {
      const households = await partHere(areaId, villageId, part)
      if (!households) lost += 1
      began = performance.now()
      for (const one of households ?? []) {
        // Who moved between the taking of two villages stands in both.
        if (seen.has(one.householdId)) continue
        seen.add(one.householdId)
        entries.push(entryOf(one, villageId))
        if (performance.now() - began < atOnce) continue
        await breath()
        began = performance.now()
      }
    }
    tell(at + 1)
  }
  return { entries, lost }
}

/** Opened once for a sheet; again where another taking has ended. */
export function useRegister(areaId: AreaId, sheet: Sheet): Register {
  const [register, setRegister] = useState<Register>({ entries: null, done: 0, lost: 0 })
  useEffect(() => {
    let stands = true
    const tell = (done: number) => stands && setRegister((now) => (now.entries ? now : { ...now, done }))
    opened(areaId, sheet, { tell, goesOn: () => stands }).then(
      ({ entries, lost }) => stands && setRegister({ entries, lost, done: sheet.villages.length }),
      () => undefined,
    )
    return () => {
      stands = false
    }
  }, [areaId, sheet])
  return register
}

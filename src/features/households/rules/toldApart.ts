/** How two people are named in one sentence. */

import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { birthText } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import type { Member } from '../model.ts'
import { heardAs } from './doubles.ts'

export type Told = Pick<Member, 'name' | 'birth'> & {
  readonly joinedOn: PlainDate
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageName: string
}

function home({ number, headName, villageName }: Told): Said {
  const village = villageName && `, ${villageName}`
  return number
    ? { vi: `hộ số ${number}${village}`, en: `household no. ${number}${village}` }
    : { vi: `hộ ${headName}${village}`, en: `household of ${headName}${village}` }
}

const joined = ({ joinedOn }: Told): Said => ({
  vi: `vào hộ ngày ${showDate(joinedOn)}`,
  en: `joined on ${showDate(joinedOn)}`,
})

/** By name; where both have one name, or `whole`, with the birth and the household of each, or within one the day of joining. */
export function toldApart(one: Told, other: Told, whole: boolean): readonly [Said, Said] {
  const alike = whole || heardAs(one.name) === heardAs(other.name)
  const where = one.householdId === other.householdId ? joined : home
  const told = (who: Told): Said => {
    if (!alike) return { vi: who.name, en: who.name }
    const [birth, at] = [birthText(who.birth), where(who)]
    return { vi: `${who.name} (sinh ${birth}, ${at.vi})`, en: `${who.name} (born ${birth}, ${at.en})` }
  }
  return [told(one), told(other)]
}

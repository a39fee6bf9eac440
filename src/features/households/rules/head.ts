/** Whether somebody is asked about who becomes head. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Person } from '../model.ts'

type Who = Pick<Person, 'name' | 'sex' | 'birth'>
/** Who becomes head, and all of that household. */
export type Heading = { readonly head: Who; readonly among: readonly Pick<Who, 'birth'>[] }

/** Ours, no text was seen for them: a head so young is asked about where somebody grown up could be it. */
const youngUnder = 15
const grownFrom = 18

/** In years, by the first day of what is known of the birth. */
function ageOn({ year, month = 1, day = 1 }: Who['birth'], on: PlainDate): number {
  const [now, m, d] = on.split('-').map(Number) as [number, number, number]
  return now - year - (m < month || (m === month && d < day) ? 1 : 0)
}

export const isYoungHead = ({ head, among }: Heading, on: PlainDate): boolean =>
  ageOn(head.birth, on) < youngUnder && among.some(({ birth }) => ageOn(birth, on) >= grownFrom)

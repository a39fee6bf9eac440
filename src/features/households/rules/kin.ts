/** Who can hardly be what they are said to be to the head, by the births of both: asked about, never refused. */
import { oddPeople } from '#features/standards/rules/oddPeople.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import { type Said, tidy } from '#kernel/text.ts'
import type { Person, Relation } from '../model.ts'

/** A member as this act leaves them. */
export type Kin = Pick<Person, 'name' | 'birth'> & {
  readonly memberId: MemberId
  readonly relation: Relation
  readonly married?: boolean
}

/** `all`: the household as the act leaves it, its head among them; `of`: those who come, or are said to be another thing. */
export type Relating = { readonly all: readonly Kin[]; readonly of: readonly MemberId[] }

/** Whether a child heads the household is a question of its own (`isYoungHead`). */
export const oddKin = ({ all, of }: Relating, today: PlainDate): Said[] => {
  const people = all.map(({ memberId, name, ...one }) => ({ ...one, id: memberId, name: tidy(name) }))
  const heads = people.filter(({ relation }) => relation === 'head').map(({ id }) => id as string)
  return oddPeople(people, today)
    .filter(({ person }) => of.some((id) => id === person))
    .filter(({ path, person }) => path !== 'members[].relation' || !heads.includes(person ?? ''))
    .map(({ said }) => said)
}

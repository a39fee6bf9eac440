/** What may be the same as what is entered, as the form is told. */
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { LeaveReason, Person } from '../model.ts'

type Who = Pick<Person, 'name' | 'sex' | 'birth'>
type Where = {
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageName: string
}

export type Left = { readonly on: PlainDate; readonly reason: LeaveReason }

export type Double =
  /** A household of the village under the number. */
  | ({ readonly kind: 'number' } & Where)
  /** Somebody of another household, or of this one; `typed` is the name that was typed. */
  | ({
      readonly kind: 'person' | 'member'
      readonly typed: string
      /** How that one left the household; null of who is there. */
      readonly left: Left | null
      /** It is recorded as one with another person of the register. */
      readonly joined: boolean
    } & Who &
      Where)
  /** Somebody whose insurance number was typed for another. */
  | ({
      readonly kind: 'insurance'
      readonly typed: string
      readonly left: Left | null
      readonly joined: boolean
    } & Who &
      Where)
  /** Their insurance number is another's too in what was typed. */
  | ({ readonly kind: 'insurance_twice' } & Who)
  /** Twice in what was typed. */
  | ({ readonly kind: 'typed_twice' } & Who)
  /** Somebody of an age that is seldom reached: mostly a century is wrong. */
  /** A child who becomes head where somebody is grown up. */
  | ({ readonly kind: 'young_head' } & Who)
  /** A birth that hardly fits the relation to the head, or anybody's. */
  | { readonly kind: 'odd'; readonly said: Said }

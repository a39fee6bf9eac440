/** Which household an official lives in. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'

export const HomeView = Type.Object({
  householdId: IdOf<'household'>(),
  headName: Type.String(),
  number: Type.String(),
  villageName: Type.String(),
  /** Since when it is known here. */
  foundOn: PlainDateSchema,
})
export type Home = Static<typeof HomeView>
export const HomeOrNone = Nullable(HomeView)

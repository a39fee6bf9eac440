/** Who of a round is kept back by its gate, and whom somebody else lets survey all the same. */
import { type Static, Type } from 'typebox'
import { GateModeSchema, HoldsSchema } from '#features/credentials/gate/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'

export const GateRule = Type.Object({ ruleId: IdOf<'credential_rule'>(), name: Type.String() })

/** Somebody who may survey in a round. */
export const GatePerson = Type.Object({
  accountId: IdOf<'account'>(),
  name: Type.String(),
  /** An official of the commune, for whom the chair answers; else a head, for whom the official does. */
  isOfficial: Type.Boolean(),
  holds: HoldsSchema,
  /** Somebody lets them survey all the same. */
  opened: Type.Boolean(),
  mayOpen: Type.Boolean(),
})
export type GatePerson = Static<typeof GatePerson>

export const overrideButtons = { close: { right: 'gate.open' } } as const

export const OverrideRow = Type.Object({
  gateOverrideId: IdOf<'gate_override'>(),
  roundId: IdOf<'round'>(),
  round: Type.String(),
  areaId: IdOf<'area'>(),
  commune: Type.String(),
  name: Type.String(),
  /** The one rule that it breaks. */
  rule: Type.String(),
  because: Type.String(),
  by: Type.String(),
  on: PlainDateSchema,
  withdrawn: Nullable(Type.Object({ on: PlainDateSchema, because: Type.String() })),
  /** Cases of theirs in the round that have a survey. */
  surveyed: Count,
  can: CanSchema(overrideButtons),
})
export type Override = Static<typeof OverrideRow>

export const RoundGate = Type.Object({
  roundId: IdOf<'round'>(),
  round: Type.String(),
  standardId: Type.String(),
  /** What it is called. */
  standard: SaidSchema,
  gate: GateModeSchema,
  /** The rules by which somebody may survey by the standard of the round. */
  rules: Type.Array(GateRule),
  people: Type.Array(GatePerson),
})

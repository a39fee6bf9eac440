/** The words of this room: a decision and how far it is, who signs it, what moved. */
import { Type } from 'typebox'
import { type Authority, authorityNames } from '#kernel/access.ts'
import { PrintableText, Words } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const decisionStates = ['drafted', 'printed', 'in_force', 'withdrawn'] as const
export type DecisionState = (typeof decisionStates)[number]
export const DecisionStateSchema = Type.Unsafe<DecisionState>(Type.Enum([...decisionStates]))
export const decisionStateWords: Record<DecisionState, Said> = {
  drafted: { vi: 'Dự thảo', en: 'Drafted' },
  printed: { vi: 'Đã in, chờ ký', en: 'Printed, to be signed' },
  in_force: { vi: 'Có hiệu lực', en: 'In force' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
}

export const AuthoritySchema = Type.Unsafe<Authority>(Type.Enum(authorityNames))

/** Who signs. Left out: who holds the chair's grant that day, or who stood on the draft before. */
export const SignerInput = {
  signerName: Type.Optional(PrintableText(120)),
  /** Left out: as the grant of the signer says. */
  authority: Type.Optional(AuthoritySchema),
  /** Why somebody signs who does not hold the chair's grant that day. */
  signerBecause: Type.Optional(Words(500)),
}

export const movements = ['stays', 'escaped', 'newly', 'fell_back', 'poor_to_near', 'near_to_poor', 'other'] as const
export type Movement = (typeof movements)[number]
export const MovementSchema = Type.Unsafe<Movement>(Type.Enum([...movements]))
export const movementWords: Record<Movement, Said> = {
  stays: { vi: 'Giữ nguyên', en: 'Stays' },
  escaped: { vi: 'Thoát nghèo, thoát cận nghèo', en: 'Escaped' },
  newly: { vi: 'Phát sinh mới', en: 'Newly' },
  fell_back: { vi: 'Tái nghèo, tái cận nghèo', en: 'Fell back' },
  poor_to_near: { vi: 'Hộ nghèo thành hộ cận nghèo', en: 'Poor to near-poor' },
  near_to_poor: { vi: 'Hộ cận nghèo thành hộ nghèo', en: 'Near-poor to poor' },
  other: { vi: 'Không thuộc diện, trước và sau', en: 'Neither before nor after' },
}

/** What the papers of a decision say: words and days, already chosen and already allowed to be seen by the caller. */

import type { Class } from '#features/standards/model/verdict.ts'
import type { supports } from '#features/standards/model/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Sex } from '#kernel/persons.ts'
import type { Issuer, Signer } from '#platform/server/documents/types.ts'
import type { Movement } from '../model.ts'

/** The classes that have lists and certificates. */
export type ListedClass = Extract<Class, 'poor' | 'near_poor'>
/** The three columns that a list has for what moved. */
export type ListedMovement = Extract<Movement, 'newly' | 'fell_back' | 'stays'>
type Support = (typeof supports)[number]

export type ListedMember = {
  readonly name: string
  readonly birthYear: number | null
  readonly sex: Sex | null
  readonly relation: string
}

export type CertificateInput = {
  readonly issuer: Issuer
  readonly number: string
  /** Day on the paper; null leaves it open (drafts). */
  readonly day: PlainDate | null
  readonly class: ListedClass
  /** The head is the first of `members` too. */
  readonly head: { readonly name: string; readonly birthYear: number | null; readonly sex: Sex | null }
  readonly ethnicity: string | null
  readonly address: string
  readonly members: readonly ListedMember[]
  /** First year the class holds for; the grid shows this year and the following ones. */
  readonly year: number
  /** How many years the grid has: as long as the standard holds. */
  readonly gridYears: number
  /** `Quyết định số 12/QĐ-UBND ngày 10/12/2026 ...`, or null where it is not in force yet. */
  readonly decision: string | null
  readonly signer: Signer
  /** Signed text of the QR (`signPaper`); null on drafts. */
  readonly signed: string | null
}

/** A paper by which a household of a list was put right since. */
export type Corrected = {
  readonly number: string
  readonly day: PlainDate
  /** `Chủ tịch Ủy ban nhân dân xã Liên Châu`, where another commune did than decided. */
  readonly by: string | null
}

export type AnnexHousehold = {
  readonly head: string
  readonly birthYear: number | null
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly village: string
  readonly members: number
  readonly class: ListedClass
  /** One after the other. */
  readonly corrected: readonly Corrected[]
}

export type DecisionInput = {
  readonly issuer: Issuer
  /** `12/QĐ-UBND`; null leaves the number open. */
  readonly number: string | null
  readonly day: PlainDate | null
  /** What the decision is about, after `Về việc`: `công nhận hộ nghèo, hộ cận nghèo năm 2027`. */
  readonly subject: string
  /** Who decides, as inside a sentence: `Chủ tịch Ủy ban nhân dân xã Tam Hồng`; the heading puts it in capitals. */
  readonly authority: string
  /** Legal bases and proposals, one a line, as the caller's standard cites them. */
  readonly grounds: readonly string[]
  /** Text of each article, without `Điều n.` */
  readonly articles: readonly string[]
  readonly recipients: readonly string[]
  readonly signer: Signer
  readonly households: readonly AnnexHousehold[]
  /** Latest sealed audit root, printed small at the foot. */
  readonly auditRoot: string | null
  readonly signed: string | null
}

export type ListedHousehold = {
  /** The head first. */
  readonly members: readonly (ListedMember & { readonly ethnicity: string | null })[]
  readonly movement: ListedMovement | null
  readonly merit: boolean
  readonly localMinority: boolean
  readonly noLabour: boolean
  readonly supports: readonly Support[]
  readonly corrected: readonly Corrected[]
}

/** Form 15 (poor) or 14 (near-poor): one block a commune or a village, members under each household. */
export type HouseholdListInput = {
  readonly class: ListedClass
  readonly issuer: Issuer
  readonly year: number
  readonly day: PlainDate | null
  readonly groups: readonly { readonly name: string; readonly households: readonly ListedHousehold[] }[]
  readonly signer: Signer | null
}

/** A paper that puts right what the papers of a decision say of one household. */
export type CorrectionInput = Omit<DecisionInput, 'households' | 'auditRoot'> & {
  /** The first article, over the table of what was said and what is said. */
  readonly opening: string
  readonly differences: readonly { readonly what: string; readonly was: string; readonly is: string }[]
  /** The articles after it. */
  readonly articles: readonly string[]
}

/** What the papers are made of: plain words and days, already chosen and already allowed to be seen by the caller. */
import type { PlainDate } from '#kernel/dates.ts'

/** How a paper is printed, the same for every kind. */
export type PaperFrame = {
  /** A draft says so across every page and carries no QR; a final one refuses to print without its address. */
  readonly state: 'draft' | 'final'
  /** Prints the demo mark across the top of every page. */
  readonly demo: boolean
  /** `PUBLIC_URL`, no slash at the end; null where the operator has set none. */
  readonly publicUrl: string | null
}

/** Who issues: the lines at the top left, without the rule under them. */
export type Issuer = {
  /** The body above, where the habit of the place names it. */
  readonly superior: string | null
  /** `Ủy ban nhân dân xã Tam Hồng`; papers put it in capitals. */
  readonly name: string
  /** As in the date line: `Tam Hồng`. */
  readonly place: string
}

export type Signer = {
  /** Lines above the signature: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  readonly titles: readonly string[]
  readonly name: string | null
}

export type Sex = 'male' | 'female'
export type ListedClass = 'poor' | 'near_poor'

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

export type AnnexHousehold = {
  readonly head: string
  readonly birthYear: number | null
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly village: string
  readonly members: number
  readonly class: ListedClass
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

export type Movement = 'new' | 'fell_back' | 'old'
export const supportsWanted = ['health', 'schooling', 'production', 'credit', 'housing', 'other'] as const
type SupportWanted = (typeof supportsWanted)[number]

export type ListedHousehold = {
  /** The head first. */
  readonly members: readonly (ListedMember & { readonly ethnicity: string | null })[]
  readonly movement: Movement | null
  readonly merit: boolean
  readonly localMinority: boolean
  readonly noLabour: boolean
  readonly supports: readonly SupportWanted[]
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

export type TableColumn = {
  readonly title: string
  /** Share of the width, in any unit; also the width in characters of a spreadsheet. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  /** Spreadsheet number format, such as `#,##0`; cells are then numbers. */
  readonly format?: string
}
export type TableCell = string | number | boolean | null

/** Any list of the office, as shown on the screen. A boolean prints as a tick or nothing. */
export type TableInput = {
  readonly title: string
  readonly subtitle: string | null
  readonly landscape: boolean
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

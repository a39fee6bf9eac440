/** When two papers are one. Pure. */
import { fold, tidy } from '#kernel/text.ts'

export type Paper = { readonly number: string; readonly issuer: string }

/** "12/2026, Trường Chính trị tỉnh" */
export const paperSaid = ({ number, issuer }: Paper): string => `${tidy(number)}, ${tidy(issuer)}`

const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')
/** As two people would write the same one alike: "Số 12/2026" and "12 / 2026" of one issuer. */
export const paperKey = ({ number, issuer }: Paper): string => `${bare(number).replace(/^so/, '')}|${bare(issuer)}`

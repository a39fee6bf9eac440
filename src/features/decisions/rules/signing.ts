/** What stands on the signed page of a decision: its number in the form of law, and who signed by what authority. */

import { postOf, type Signer, type Signs, signatureBlock } from '#features/papers/rules/signature.ts'
import type { Authority } from '#kernel/access.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { AccountId } from '#kernel/ids.ts'
import { isName } from '#kernel/names.ts'
import { oldFontOf } from '#kernel/oldFonts.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { decisionProblem } from '../problems.ts'

/** `145/QĐ-UBND`: the number, then the signs of the kind of paper and of who issues it (NĐ 30/2020/NĐ-CP, recalled). */
const form = /^(\d{1,6})\/QĐ-UBND$/

export type Numbered = { readonly number: string; readonly serial: number; readonly year: number }

/** As it is kept: `145/qđ-ubnd` with a blank that is none is `145/QĐ-UBND`. */
export const bareNumber = (text: string): string => plainFigures(text).replaceAll(' ', '').toLocaleUpperCase('vi')
const serialOf = (number: string): number => Number(form.exec(number)?.[1] ?? 0)

/** As `numberOf` takes it. */
export const isNumber = (text: string): boolean => serialOf(bareNumber(text)) > 0

/** The number as it is kept; throws `decisions.number_form`. */
export function numberOf(text: string, signedOn: PlainDate): Numbered {
  const number = bareNumber(text)
  const serial = serialOf(number)
  if (serial === 0) throw decisionProblem('decisions.number_form')
  return { number, serial, year: yearOf(signedOn) }
}

/** Who holds the chair's grant over the commune on the day of signing. */
export type Chair = { readonly accountId: AccountId; readonly name: string; readonly authority: Authority }

export type Named = {
  readonly signerName?: string
  readonly authority?: Authority
  /** Why somebody signed who does not hold the chair's grant that day. */
  readonly signerBecause?: string
  /** What can be done where somebody else signed; of a decision it is drafted again. */
  readonly instead?: Said
}

const drawnAnew: Said = { vi: 'Hãy đổi người ký rồi in lại', en: 'Change the signer and print anew' }

/** Who signed: one of the chairs of that day, or another person with a reason. Throws where neither. */
export function signerOf({ signerName = '', authority, signerBecause }: Named, chairs: readonly Chair[]): Signer {
  const name = tidy(signerName)
  if (!isName(name) || oldFontOf(name)) throw decisionProblem('decisions.signer_unfit', { name })
  const chair = chairs.find((one) => one.name === name && (!authority || one.authority === authority))
  if (chair) {
    const { accountId, authority: held } = chair
    return { name, post: postOf[held], authority: held, accountId, because: null }
  }
  if (!authority || !signerBecause) throw decisionProblem('decisions.signer_unknown', { name })
  return { name, post: postOf[authority], authority, accountId: null, because: signerBecause }
}

/**
 * Who is printed under the signature: who was named; else who stood on the draft before, where he may still; else the
 * first who holds the chair's grant. Null where nobody does.
 */
export function proposedSigner(named: Named, chairs: readonly Chair[], before: Signer | null): Signer | null {
  if (named.signerName) return signerOf(named, chairs)
  if (before && mayStill(before, chairs)) return before
  const [first] = chairs
  return first ? { ...first, post: postOf[first.authority], because: null } : null
}

/** Whoever was named with a reason signs whatever grants there are. */
const mayStill = ({ accountId, authority }: Signer, chairs: readonly Chair[]): boolean =>
  accountId === null || chairs.some((one) => one.accountId === accountId && one.authority === authority)

/**
 * Who signed is who was printed. Throws where the page names another one, or where the printed one did not hold the
 * chair's grant on the day of the page: then the paper is printed anew.
 */
export function printedSigner(printed: Signer, page: Named, chairs: readonly Chair[]): Signer {
  const { signerName, authority, instead = drawnAnew } = page
  const { name } = printed
  const another = signerName !== undefined && tidy(signerName) !== name
  if (another || (authority !== undefined && authority !== printed.authority))
    throw decisionProblem('decisions.signer_printed', { name, instead })
  if (!mayStill(printed, chairs)) throw decisionProblem('decisions.signer_gone', { name, instead })
  return printed
}

type Signed = {
  readonly signerAuthority: Authority | null
  readonly signerPost: string | null
  readonly signerName: string | null
}

/** The lines over the signature and the name under it. A page that was entered before authorities were has its post. */
export const signatureOf = ({ signerAuthority, signerPost, signerName }: Signed, signs: Signs) => ({
  titles:
    signerAuthority === null && signerPost !== null ? [signerPost] : signatureBlock(signerAuthority ?? 'own', signs),
  name: signerName,
})

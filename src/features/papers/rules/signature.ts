/**
 * The lines over a signature, by the authority of who signs. Forms of NĐ 30/2020/NĐ-CP, recalled: `TM.` on behalf of the
 * committee, `KT.` in place of the chair, `Q.` who acts as chair. Shown with their mark where a person chooses.
 */
import type { Authority } from '#kernel/access.ts'
import type { AccountId } from '#kernel/ids.ts'

export const signatureMark = 'recalled'

/** The post as a sentence names it, beside the signer's name. */
export const postOf: Record<Authority, string> = {
  own: 'Chủ tịch',
  acting: 'Quyền Chủ tịch',
  for_chair: 'Phó Chủ tịch',
}

const lines: Record<Authority, readonly string[]> = {
  own: ['CHỦ TỊCH'],
  acting: ['Q. CHỦ TỊCH'],
  for_chair: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
}

/** Whose paper it is: the chair's own, such as a decision, or the committee's, such as a certificate or a list. */
export type Signs = 'chair' | 'committee'

export const signatureBlock = (authority: Authority, signs: Signs): string[] => [
  ...(signs === 'committee' ? ['TM. ỦY BAN NHÂN DÂN'] : []),
  ...lines[authority],
]

/** Who signs a paper: by an account that holds the chair's grant, or another person with the reason. */
export type Signer = {
  readonly name: string
  readonly post: string
  readonly authority: Authority
  readonly accountId: AccountId | null
  readonly because: string | null
}

type Kept = {
  readonly signerName: string | null
  readonly signerPost: string | null
  readonly signerAuthority: Authority | null
  readonly signerId: AccountId | null
  readonly signerBecause: string | null
}

/** Who is printed on a draft, as its row keeps it; null where nobody was chosen, as before signers were printed. */
export const signerKept = (row: Kept): Signer | null =>
  row.signerName === null || row.signerAuthority === null
    ? null
    : {
        name: row.signerName,
        post: row.signerPost ?? postOf[row.signerAuthority],
        authority: row.signerAuthority,
        accountId: row.signerId,
        because: row.signerBecause,
      }

/** A signer as a row keeps it. */
export const signerColumns = (signer: Signer | null) => ({
  signer_name: signer?.name ?? null,
  signer_post: signer?.post ?? null,
  signer_authority: signer?.authority ?? null,
  signer_id: signer?.accountId ?? null,
  signer_because: signer?.because ?? null,
})

/**
 * The lines over a signature, by the authority of who signs. Forms of NĐ 30/2020/NĐ-CP, recalled: `TM.` on behalf of the
 * committee, `KT.` in place of the chair, `Q.` who acts as chair. Shown with their mark where a person chooses.
 */
import type { Authority } from '#kernel/access.ts'

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

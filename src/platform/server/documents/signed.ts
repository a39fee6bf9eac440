/** Signing papers and the address their QR leads to. The payload itself is `kernel/signed.ts`, shared with the browser. */
import { packed } from '#kernel/packed.ts'
import { decodeSigned, paperBytes, type SignedPaper, signedText } from '#kernel/signed.ts'
import { nfc } from '#kernel/text.ts'
import type { Keys } from '../keys/keys.ts'
import { paperProblem } from './problems.ts'
import type { PaperFrame } from './types.ts'

/**
 * Bytes of what a QR names; with a hundred more it is no longer read from a copy. The longest unit of the country has 37
 * with its kind.
 */
const longest = { issuer: 40, holder: 56, states: 48 } as const

/** Cut between two letters where it is longer: the paper itself has the whole name. */
function fitting(text: string, most: number): string {
  const name = nfc(text)
  if (Buffer.byteLength(name) <= most) return name
  const room = most - Buffer.byteLength('…')
  let kept = ''
  for (const letter of name) {
    if (Buffer.byteLength(kept + letter) > room) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** The text that stands in the QR: key id, payload and Ed25519 signature. Long names are cut. */
export function signPaper(paper: SignedPaper, keys: Keys): string {
  const { issuedBy, holder, states } = paper
  const bytes = paperBytes({
    ...paper,
    issuedBy: { ...issuedBy, name: fitting(issuedBy.name, longest.issuer) },
    holder: fitting(holder, longest.holder),
    states: fitting(states, longest.states),
  })
  const { keyId, signature } = keys.sign(bytes)
  return signedText(keyId, bytes, signature)
}

/** What a signed text says where one of our keys signed it, else null. The browser does the same by `verifySigned`. */
export function findSignedPaper(text: string, keys: Keys): SignedPaper | null {
  const decoded = decodeSigned(text)
  return decoded && keys.verify(decoded.bytes, decoded) ? decoded.paper : null
}

/** The data stays behind the `#`: a browser never sends that part, so no server log ever holds it. */
export const paperLink = (publicUrl: string, signed: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/kiem-tra#${packed(signed) ?? signed}`

/** What the QR of a paper holds; null on drafts. Throws where a final paper has no address or no signature. */
export function qrContent(frame: PaperFrame, number: string | null, signed: string | null): string | null {
  if (frame.state === 'draft') return null
  if (!frame.publicUrl) throw paperProblem('paper.public_url_missing')
  if (!signed) throw paperProblem('paper.not_signed', { number: number ?? '' })
  return paperLink(frame.publicUrl, signed)
}

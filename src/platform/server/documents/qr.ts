/** QR codes as a square of dark and light, for whoever draws them. */
import { encode } from 'uqr'

/**
 * Rows of modules, true = dark, no quiet zone. Level M: a stamp over a corner does not kill it. The mask is fixed: what
 * we write is as good as random (a signature), so no mask is better than another and trying all eight took half of the
 * time of a thousand certificates.
 */
export const qrModules = (text: string): boolean[][] =>
  encode(text, { ecc: 'M', border: 0, boostEcc: false, maskPattern: 0 }).data

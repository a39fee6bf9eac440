/** QR codes as a square of dark and light, for whoever draws them. */
import { encode } from 'uqr'

/** Rows of modules, true = dark, no quiet zone. Level M: a stamp over a corner does not kill it. */
export const qrModules = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 0, boostEcc: false }).data

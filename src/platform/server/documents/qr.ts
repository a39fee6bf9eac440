/** QR codes as a square of dark and light, for whoever draws them. */
import { Byte, Encoder, Numeric } from '@nuintun/qrcode'

/** Level M: a stamp over a corner does not kill it. */
const encoder = new Encoder({ level: 'M' })

/** Rows of modules, true = dark, no quiet zone. Digits at the end of an address are written as digits, in fewer modules. */
export function qrModules(text: string): boolean[][] {
  const [, before = text, digits = ''] = /^(.*#)(\d+)$/.exec(text) ?? []
  const code = digits ? encoder.encode(new Byte(before), new Numeric(digits)) : encoder.encode(new Byte(text))
  return Array.from({ length: code.size }, (_, y) => Array.from({ length: code.size }, (_, x) => code.get(x, y) === 1))
}

/** A paper is copied, the copy is crooked and soft: its QR is still read, with the longest names too. */
import { binarize, Decoder, Detector } from '@nuintun/qrcode'
import { expect, it } from 'vitest'
import type { Keys } from '../keys/keys.ts'
import { qrSize } from './pdf/marks.ts'
import { qrModules } from './qr.ts'
import { samplePaper } from './samples.ts'
import { paperLink, signPaper } from './signed.ts'

/** Dots of a copy at 150 dpi. */
const side = Math.round((qrSize / 72) * 150)
const quiet = 24
const width = side + 2 * quiet

type Copy = { readonly degrees: number; readonly soft: number }

/** Brightness of a copy turned by some degrees; every dot is the mean of what lies `soft` dots around it. */
function copied(rows: readonly (readonly boolean[])[], { degrees, soft }: Copy): Uint8Array {
  const turn = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const isDark = (x: number, y: number): boolean => {
    const [dx, dy] = [x - width / 2, y - width / 2]
    const at = (of: number) => Math.floor(((of + side / 2) / side) * rows.length)
    return rows[at(dy * cos - dx * sin)]?.[at(dx * cos + dy * sin)] ?? false
  }
  const steps = [-1, -0.5, 0, 0.5, 1].map((step) => step * (0.5 + soft))
  return Uint8Array.from({ length: width * width }, (_, at) => {
    const [x, y] = [(at % width) + 0.5, Math.floor(at / width) + 0.5]
    let dark = 0
    for (const dy of steps) for (const dx of steps) if (isDark(x + dx, y + dy)) dark += 1
    return 225 - (dark / 25) * 170
  })
}

function readFrom(rows: readonly (readonly boolean[])[], copy: Copy): string | null {
  const decoder = new Decoder()
  const found = new Detector().detect(binarize(copied(rows, copy), width, width))
  for (let next = found.next(); !next.done; next = found.next(false)) {
    try {
      return decoder.decode(next.value.matrix).content
    } catch {
      // Another place of the copy may hold it.
    }
  }
  return null
}

const keys = {
  sign: () => ({ keyId: '00ab12cd', signature: Uint8Array.from({ length: 64 }, (_, at) => (at * 37) % 256) }),
} as unknown as Keys
/** As long as the register lets a name be, of a unit and of a person. */
const longest = 120
const paper = { ...samplePaper(0), id: '01980000-0000-7000-8000-0123456789ab', hash: '00ff00ff00ff00ff' }
const correction = {
  ...paper,
  kind: 'correction' as const,
  number: '',
  states: 'đính chính Quyết định số 123456/QĐ-UBND',
}

it.each([
  ['usual', paper, 'Nguyễn Thị Ánh Nguyệt', 'Xã Tam Hồng'],
  ['the longest', paper, 'Ksor H’Đường '.padEnd(longest, 'Nguyệt '), 'Phường '.padEnd(longest, 'Đường ')],
  ['only the largest letters in its', paper, 'Ễ'.repeat(longest), 'Ữ'.repeat(longest)],
  [
    'the longest, as a correction,',
    correction,
    'Ksor H’Đường '.padEnd(longest, 'Nguyệt '),
    'Phường '.padEnd(longest, 'Đường '),
  ],
])('with %s names', (_, about, holder, name) => {
  const link = paperLink(
    'https://giamngheo.phutho.gov.vn',
    signPaper({ ...about, holder, issuedBy: { name, code: '09043' } }, keys),
  )
  const rows = qrModules(link)
  for (const degrees of [0, 3, 8, 13])
    for (const soft of [0.3, 0.6, 0.9])
      expect([degrees, soft, readFrom(rows, { degrees, soft })]).toEqual([degrees, soft, link])
})

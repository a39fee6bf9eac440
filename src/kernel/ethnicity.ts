/**
 * The ethnic groups of Vietnam by their two-digit codes, with the spellings that lists of offices use. Code 55 stands
 * for a foreigner. The order of the codes was seen in a text; the decision it goes back to (QĐ 121-TCTK/PPCĐ, 1979) is
 * recalled.
 */
import { fold } from './text.ts'

const groups: readonly (readonly [code: string, name: string])[] = [
  ['01', 'Kinh'],
  ['02', 'Tày'],
  ['03', 'Thái'],
  ['04', 'Hoa'],
  ['05', 'Khơ-me'],
  ['06', 'Mường'],
  ['07', 'Nùng'],
  ['08', 'Hmông'],
  ['09', 'Dao'],
  ['10', 'Gia-rai'],
  ['11', 'Ngái'],
  ['12', 'Ê-đê'],
  ['13', 'Ba-na'],
  ['14', 'Xơ-đăng'],
  ['15', 'Sán Chay'],
  ['16', 'Cơ-ho'],
  ['17', 'Chăm'],
  ['18', 'Sán Dìu'],
  ['19', 'Hrê'],
  ['20', 'Mnông'],
  ['21', 'Ra-glai'],
  ['22', 'Xtiêng'],
  ['23', 'Bru-Vân Kiều'],
  ['24', 'Thổ'],
  ['25', 'Giáy'],
  ['26', 'Cơ-tu'],
  ['27', 'Gié-Triêng'],
  ['28', 'Mạ'],
  ['29', 'Khơ-mú'],
  ['30', 'Co'],
  ['31', 'Tà-ôi'],
  ['32', 'Chơ-ro'],
  ['33', 'Kháng'],
  ['34', 'Xinh-mun'],
  ['35', 'Hà Nhì'],
  ['36', 'Chu-ru'],
  ['37', 'Lào'],
  ['38', 'La Chí'],
  ['39', 'La Ha'],
  ['40', 'Phù Lá'],
  ['41', 'La Hủ'],
  ['42', 'Lự'],
  ['43', 'Lô Lô'],
  ['44', 'Chứt'],
  ['45', 'Mảng'],
  ['46', 'Pà Thẻn'],
  ['47', 'Cơ Lao'],
  ['48', 'Cống'],
  ['49', 'Bố Y'],
  ['50', 'Si La'],
  ['51', 'Pu Péo'],
  ['52', 'Brâu'],
  ['53', 'Ơ-đu'],
  ['54', 'Rơ-măm'],
  ['55', 'Người nước ngoài'],
]

/** Other spellings and names of the same group; matched without tone marks, hyphens and apostrophes. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  '01': ['Việt', 'Người Kinh'],
  '04': ['Hán', 'Người Hoa'],
  '05': ['Khmer', 'Khơ Me', 'Khome', 'Miên'],
  '08': ['Mông', "H'Mông", 'Hmong', 'Mèo'],
  '10': ['Jrai', 'Gia Lai'],
  '12': ['Rhade', 'Ede', 'Ê Đê'],
  '13': ['Bahnar', 'Bana'],
  '14': ['Xê Đăng', 'Sedang', 'Xơ Teng'],
  '15': ['Cao Lan', 'Sán Chí', 'Cao Lan - Sán Chí', 'San Chay'],
  '16': ['Kơ Ho', 'K’Ho', 'Koho'],
  '17': ['Chàm', 'Cham'],
  '19': ["H'rê", 'Hre'],
  '20': ["M'nông", 'Mơ Nông', 'Mnong'],
  '21': ['Raglay', 'Raglai', 'Ra Glay'],
  '22': ['Stiêng', "X'tiêng", 'Xtiêng', 'Xa Điêng'],
  '23': ['Bru', 'Vân Kiều', 'Bru Vân Kiều'],
  '25': ['Dáy', 'Nhắng'],
  '26': ['Cơ Tu', 'Katu', 'Ka Tu'],
  '27': ['Giẻ Triêng', 'Gié Triêng', 'Giẻ-Triêng'],
  '29': ['Khơ Mú', 'Khmu', 'Kho Mu'],
  '30': ['Cor', 'Kor'],
  '31': ['Tà Ôi', 'Ta Ôi', 'Pa Cô'],
  '32': ['Chơ Ro', 'Châu Ro', 'Choro'],
  '34': ['Xinh Mun', 'Sinh Mun'],
  '36': ['Chu Ru', 'Churu'],
  '46': ['Pà Thẻn', 'Pa Then'],
  '47': ['Cơ Lao', 'Cờ Lao', 'Gelao'],
  '50': ['Si La', 'Xi La'],
  '53': ['Ơ Đu', 'Ơđu'],
  '54': ['Rơ Măm', 'Rơmăm'],
  '55': ['Nước ngoài', 'Ngoại quốc'],
}

export type EthnicGroup = { readonly code: string; readonly name: string }
export const ethnicGroups: readonly EthnicGroup[] = groups.map(([code, name]) => ({ code, name }))

const kinh = '01'
const foreigner = '55'

/** Kinh, and foreigners. */
export const neitherMinority: readonly string[] = [kinh, foreigner]

/** An ethnic minority household or person: neither Kinh nor a foreigner. */
export const isMinority = (code: string): boolean => !neitherMinority.includes(code)

const key = (text: string): string => fold(text).replace(/[\s\-–'’`.]/g, '')

/** Every spelling by its key: another tone on the same letters is another word (Hoa and Hỏa). */
const byKey = new Map<string, { readonly code: string; readonly spellings: string[] }>()
const learn = (code: string, name: string) => {
  const known = byKey.get(key(name))
  if (!known) byKey.set(key(name), { code, spellings: [name] })
  // A spelling that would be another group's own name stays with that group.
  else if (known.code === code) known.spellings.push(name)
}
for (const [code, name] of groups) learn(code, name)
for (const [code, names] of Object.entries(aliases)) for (const name of names) learn(code, name)

/** Where on a word a tone stands is a matter of taste (Hoà, Hòa); which it is, is not. */
const tones = (text: string): string =>
  (text.normalize('NFD').match(/\u0300|\u0301|\u0303|\u0309|\u0323/g) ?? []).join('')
const isUnmarked = (text: string): boolean => !/[\p{M}đ]/iu.test(text.normalize('NFD'))
const said = /^(d[aâ]n\s*t[oộ]c|ng[uư][oờ]i)[\s:]*(?=\p{L})/iu

/** What a text may mean: the whole of it, or what follows "dân tộc", "người". */
function meantBy(text: string) {
  const whole = text.normalize('NFC').trim()
  return [whole.replace(said, ''), whole].flatMap((words) => {
    const known = byKey.get(key(words))
    if (!known) return []
    const exact = isUnmarked(words) || known.spellings.some((one) => tones(one) === tones(words))
    return [{ code: known.code, name: known.spellings[0] ?? '', exact }]
  })
}

/**
 * The code a list means by a name, a known spelling or a code (`8` and `08`); null where it means none. Tone marks may be left
 * out, all of them; others than the name has are no name.
 */
export function findEthnicity(text: string): string | null {
  const asked = text.trim()
  if (/^\d{1,2}$/.test(asked)) {
    const code = asked.padStart(2, '0')
    return groups.some(([known]) => known === code) ? code : null
  }
  return meantBy(asked).find(({ exact }) => exact)?.code ?? null
}

/** The name that a text would be if its tone marks were others; null where it is like none. */
export const likeEthnicity = (text: string): string | null => meantBy(text).find(({ exact }) => !exact)?.name ?? null

/** The name of a code; the code itself where it is none of the list. */
export const ethnicName = (code: string): string => groups.find(([known]) => known === code)?.[1] ?? code

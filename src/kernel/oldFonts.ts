/**
 * Texts typed in a font of the time before Unicode: what is stored are other letters, which look right only in that
 * font. Known by what Vietnamese in Unicode never writes, word by word: a word that is no syllable as it stands and one
 * as that font shows it; a text without a letter beyond Latin-1 by its signs too. Pure.
 */
import { isSyllable } from './syllables.ts'
import { nfc } from './text.ts'

export type OldFont = 'TCVN3' | 'VNI'

/** Letters that only Unicode has: ă đ ĩ ũ ơ ư, and all that carry two marks. */
const unicode = /[\u0100-\u024f\u1e00-\u1eff]/
const beyondAscii = /[\u00a1-\u00ff]/

const letter = '[A-Za-z\u00c0-\u00ff]'
const tcvn3 = new RegExp(
  [
    // Signs between two letters: `V¨n`, `Ph¹m`, `Th«n`, `D­¬ng`.
    `${letter}[\u00a1-\u00a9\u00ab-\u00ae\u00b6-\u00b9\u00bb-\u00be\u00aa\u00b5\u00d7]+${letter}`,
    // At the end or the beginning of a word: `Lª`, `Hµ`, `®ång`, `§ç`.
    `${letter}[\u00a8\u00aa\u00ab\u00ac\u00b5\u00b6\u00b8](?!${letter}|\u00bb)`,
    `(?<!${letter})[\u00a7\u00ae](?=[\u00a8-\u00ae\u00b5-\u00be]|${letter})`,
    '[A-Za-z]{2}\u00d7|[\u00a4\u00a6]',
    // Letters of other tongues behind a consonant: `Hång`, `Chïa`.
    '[bcdghklmnpqrstvxBCDGHKLMNPQRSTVX][\u00e5\u00ef\u00fb\u00fe]',
    // A capital with a mark in the middle of a word: `NguyÔn`, `ThÞ`, `HÇu`.
    `[a-z][\u00c6-\u00c8\u00ca-\u00cc\u00ce-\u00d6\u00d8\u00dc-\u00de]`,
    `[A-Z][\u00c6\u00c7\u00cb\u00ce-\u00d1\u00d6\u00d8\u00dc\u00de][a-z]`,
  ].join('|'),
)

/** The mark follows its vowel as a letter of its own: `Nguyeãn`, `Vaên`, `Höông`. */
const vni = new RegExp(
  [
    '[aAeE][\u00c0-\u00c5\u00c8\u00c9\u00cb\u00cf\u00d5\u00d8-\u00dc\u00e0-\u00e5\u00e8\u00e9\u00eb\u00ef\u00f5\u00f8-\u00fc]',
    // But `Laêê`, a commune.
    '[aA][\u00ca\u00ea](?![\u00ca\u00ea])',
    '[oO][\u00c2\u00e2]',
    '[oOuUyY\u00d4\u00d6\u00f4\u00f6][\u00c4\u00c5\u00cf\u00d5\u00d8\u00d9\u00db\u00e4\u00e5\u00ef\u00f5\u00f8\u00f9\u00fb]',
    '\u00f6\u00f4|\u00d6\u00d4',
  ].join('|'),
)

/** The letters of Vietnamese, and how the two codings write each. */
const letters =
  'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ'
const inTcvn3 =
  'µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ® Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ ß ã á â ä « å è æ ç é ¬ ê í ë ì î ï ó ñ ò ô \u00ad õ ø ö ÷ ù ú ý û ü þ'
const inVni =
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î'

const table = (written: string): [string, string][] =>
  written.split(' ').map((old, at) => [old, letters.split(' ')[at] ?? old])
const capitals = [...'¡¢£¤¥¦§'].map((old, at): [string, string] => [old, 'ĂÂÊÔƠƯĐ'[at] ?? old])
const tables: Readonly<Record<OldFont, ReadonlyMap<string, string>>> = {
  TCVN3: new Map([...table(inTcvn3), ...capitals]),
  VNI: new Map(
    table(inVni).flatMap(
      ([old, one]) =>
        [
          [old, one],
          [old.toUpperCase(), one.toUpperCase()],
          [`${old[0]?.toUpperCase()}${old.slice(1)}`, one.toUpperCase()],
        ] as [string, string][],
    ),
  ),
}

/** A word as the old font shows it; null where it has a letter beyond ASCII that the coding does not know. */
function shownIn(font: OldFont, word: string): string | null {
  let shown = ''
  for (let at = 0; at < word.length; ) {
    const [two, one] = [word.slice(at, at + 2), word.slice(at, at + 1)]
    const pair = two.length === 2 ? tables[font].get(two) : undefined
    const letter = pair ?? tables[font].get(one) ?? (one < '\u0080' ? one : null)
    if (letter === null) return null
    shown += letter
    at += pair === undefined ? 1 : 2
  }
  return shown
}

/** TCVN3 has its capitals in a font of their own, under the codes of the small letters. */
const asTyped = (word: string, shown: string): string =>
  /^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$/.test(word) ? shown.toUpperCase() : shown

const words = /[^\s,;:()/.'’-]+/g

/** Words with a letter that plain keys do not have. */
const markedWords = (text: string): string[] => (text.match(words) ?? []).filter((word) => beyondAscii.test(word))

/** `Ñai` is a name of the Ê Đê: the letter alone says nothing. */
const isWord = (word: string): boolean => isSyllable(word.replace(/ñ/g, 'n').replace(/Ñ/g, 'N'))

/** Whether the font shows the word as a Vietnamese one. */
function isShownIn(font: OldFont, word: string): boolean {
  const shown = shownIn(font, word)
  return shown !== null && isSyllable(shown)
}

const fonts: readonly OldFont[] = ['VNI', 'TCVN3']

/** By syllables: the coding that makes Vietnamese of most words that are none as they stand. */
function byWords(text: string): OldFont | null {
  const strange = markedWords(text).filter((word) => word.length > 1 && !isWord(word))
  const [vni, tcvn3] = fonts.map((font) => strange.filter((word) => isShownIn(font, word)).length) as [number, number]
  return vni === tcvn3 ? null : vni > tcvn3 ? 'VNI' : 'TCVN3'
}

/** Signs of the two codings that no Unicode text has. */
const bySigns = (text: string): OldFont | null => (vni.test(text) ? 'VNI' : tcvn3.test(text) ? 'TCVN3' : null)

/** The coding a text was typed in, where it is an old one and can be told; null for Unicode and for plain letters. */
export function oldFontOf(text: string): OldFont | null {
  if (!beyondAscii.test(text)) return null
  const one = nfc(text)
  return byWords(one) ?? (unicode.test(one) ? null : bySigns(one))
}

/** As the font of that coding shows the text; what it does not know stays as it stands. */
export const readIn = (font: OldFont, text: string): string =>
  text.replace(words, (word) => {
    const shown = beyondAscii.test(word) && !unicode.test(word) ? shownIn(font, word) : null
    return shown === null ? word : asTyped(word, shown)
  })

/** `Thôn 26` is a village in Unicode, and no word of a name in an old coding. */
const namesUnit =
  /^(?:thôn|bản|ấp|khu phố|khóm|tổ dân phố|tổ|xóm|buôn|làng|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s/i

/**
 * Whether a text that may be Unicode may be in that coding as well: `Tó` is `Tú` in TCVN3. Nothing alone tells; what
 * stands beside it may.
 */
export function mayBeIn(font: OldFont, text: string): boolean {
  const all = markedWords(nfc(text))
  return (
    !unicode.test(text) && !namesUnit.test(nfc(text)) && all.length > 0 && all.every((word) => isShownIn(font, word))
  )
}

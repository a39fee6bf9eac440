/**
 * Texts typed in a font of the time before Unicode: what is stored are other letters, which look right only in that
 * font. Known by what Vietnamese in Unicode never writes; a text that has a letter beyond Latin-1 is Unicode. Pure.
 */

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

/** The coding a text was typed in, where it is an old one and can be told; null for Unicode and for plain letters. */
export function oldFontOf(text: string): OldFont | null {
  if (!beyondAscii.test(text) || unicode.test(text)) return null
  if (vni.test(text)) return 'VNI'
  return tcvn3.test(text) ? 'TCVN3' : null
}

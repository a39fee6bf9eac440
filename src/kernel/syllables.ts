/** Whether a word may be a syllable of Vietnamese: its letters alone, no dictionary. Pure. */
import { nfc } from './text.ts'

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?'

const rhymes = [
  'a[ciympnotu]?|a(?:ch|ng|nh)|ă(?:[cmnpt]|ng)|â(?:[cmnptuy]|ng)',
  'e[cmnopt]?|eng|ê[cmnptu]?|ê(?:ch|nh|ng)',
  'i[amnptu]?|i(?:ch|nh|ng)|iê(?:[cmnptu]|ng)',
  'oa[cimnopty]?|oa(?:ch|ng|nh)|oă(?:[cmnt]|ng)|oe[nmot]?|oo(?:c|ng)',
  'o[cimnpt]?|ong|ô[cimnpt]?|ông|ơ[imnpt]?',
  'u[acimnpt]?|ung|uâ(?:[nty]|ng)|uê|uê(?:ch|nh)|uơ|uô(?:[cimnt]|ng)',
  'uy[aptun]?|uy(?:ch|nh)|uyê[nt]',
  'ư[acimntu]?|ưng|ươ(?:[cimnptu]|ng)',
  'y|yê[mntu]',
  '(?<=qu)y(?:t|nh|n)',
].join('|')
const syllable = new RegExp(`^${onset}(?:${rhymes})$`)

/** A tone stands on a vowel: `ñ` is no letter of Vietnamese. */
const toneElsewhere = /(?<![aeiouy]|\u0302|\u0306|\u031b|\u0323)[\u0300\u0301\u0303\u0309\u0323]/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const stop = /(?:c|ch|p|t)$/
const stopTones = /[\u0301\u0323]/

/** `Nguyễn`, `hoà`, `Hòa`: in any case, composed or not. `Bhiăk`, `Ñoã`, `V¨n` are none. */
export function isSyllable(word: string): boolean {
  const parts = nfc(word).toLowerCase().normalize('NFD')
  const marks = parts.match(tones) ?? []
  const bare = parts.replace(tones, '').normalize('NFC')
  if (marks.length > 1 || toneElsewhere.test(parts) || !syllable.test(bare)) return false
  return !stop.test(bare) || marks.length === 0 || stopTones.test(marks[0] ?? '')
}

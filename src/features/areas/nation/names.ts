/** Names of units as the sources write them: the kind they begin with, and when two spellings are one name. */
import { fold } from '#kernel/text.ts'
import type { Kind } from '../words.ts'

const beginnings: readonly (readonly [string, Kind])[] = [
  ['thi tran ', 'thi_tran'],
  ['phuong ', 'phuong'],
  ['dac khu ', 'dac_khu'],
  ['xa ', 'xa'],
]

/** Throws RangeError where a commune's name begins with no known kind. */
export function communeKind(name: string): Kind {
  const folded = fold(name)
  const found = beginnings.find(([words]) => folded.startsWith(words))
  if (!found) throw new RangeError(`no kind of commune in the name: ${name}`)
  return found[1]
}

/** For comparing only: "Phường 05" and "Phường 5", "Ea H'leo" and "Ea H’Leo", "Mỹ" and "Mĩ" are one name. */
export const spelling = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '')
    .replace(/(?<![0-9])0+(?=[0-9])/g, '')
    .replaceAll('y', 'i')

/** The name without its kind: "Quận An Dương", "Huyện An Dương" -> "anduong". */
export const bareSpelling = (name: string): string =>
  spelling(fold(name).replace(/^(tinh|thanh pho|thi xa|quan|huyen|dac khu|phuong|xa|thi tran) /, ''))

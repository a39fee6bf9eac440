/**
 * Finding a household among those that a phone carries, while somebody types: by the name of anybody of it with or without
 * tone marks, by its number, by its lane, by its telephone number or the end of it. All of a commune lies in memory; nothing is asked of anybody.
 */
import type { HouseholdClass } from '#features/households/model.ts'
import { bareNumber } from '#features/households/rules/number.ts'
import type { AreaId } from '#kernel/ids.ts'
import { isPhoned, soughtPhone } from '#kernel/phones.ts'
import { fold } from '#kernel/text.ts'
import type { CarriedHousehold } from '../model.ts'

/** A household ready to be found: all folded, a space before every word. */
export type Entry = {
  readonly of: CarriedHousehold
  readonly villageId: AreaId
  readonly bare: string
  /** Number and address; a space after the last word too. */
  readonly lane: string
  /** In the order of its members. */
  readonly names: readonly string[]
  /** All of it, a line each: what is not in here is in none of them. */
  readonly all: string
}

/** `member`: at which place of `members` somebody was found who is not the head. */
export type Hit = { readonly entry: Entry; readonly member: number | null }
export type Found = { readonly hits: readonly Hit[]; readonly total: number }
/** `none`: without a class. */
export type Filter = { readonly villageId?: AreaId | null; readonly class?: HouseholdClass | 'none' | null }

/** How many are shown at once. */
export const shownAtOnce = 50

/** Names are made of few words, and folding one takes longer than looking it up: with the space before it, or nothing. */
const known = new Map<string, string>()
const mostKnown = 20_000

function foldedWord(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  const said = fold(word)
  const folded = said && ` ${said}`
  if (known.size < mostKnown) known.set(word, folded)
  return folded
}

/** As `fold` does, of a text with single spaces; a space before every word. */
export function foldedWords(text: string): string {
  let line = ''
  for (const word of text.split(' ')) line += foldedWord(word)
  return line
}

export function entryOf(of: CarriedHousehold, villageId: AreaId): Entry {
  const bare = bareNumber(of.number)
  const lane = ` ${fold(`${of.number} ${bare}`)}${foldedWords(of.address.replace(/[,;.]/g, ' '))} `
  const names = of.members.map(({ name }) => foldedWords(name))
  return { of, villageId, bare, lane, names, all: `${lane}\n${names.join('\n')}\n` }
}

type Sought = {
  readonly text: string
  readonly words: readonly string[]
  readonly bare: string
  /** As it was typed, where tone marks were. */
  readonly marked: string | null
  /** The figures, where they may be a telephone number or its end. */
  readonly phone: string | null
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim()

function soughtOf(q: string): Sought {
  const text = fold(q)
  const bare = bareNumber(q)
  const typed = plain(q)
  return {
    text,
    // The longest first: it is in the fewest. The 3 of "ngõ 3" is no beginning of 37.
    words: text
      .split(' ')
      .filter(Boolean)
      .sort((a, b) => b.length - a.length)
      .map((word, _at, all) => (all.length > 1 && /^\d+$/.test(word) ? ` ${word} ` : ` ${word}`)),
    bare: /\d/.test(bare) ? bare : '',
    marked: typed === text ? null : typed,
    phone: soughtPhone(q),
  }
}

/** From the best to the last: each is halved by whether the tone marks are those that were typed. */
const rank = {
  ...{ number: 0, phone: 1, head: 2, member: 3, headPart: 4, memberPart: 5 },
  ...{ wholeLane: 6, headLane: 7, memberLane: 8, lane: 9, left: 10 },
}
const ranks = 2 * (rank.left + 1)

type Ranked = { readonly rank: number; readonly member: number | null }

function holdsAll(line: string, words: readonly string[]): boolean {
  for (const word of words) if (!line.includes(word)) return false
  return true
}

/** How well one line of a member answers; null where it does not. */
function rankOf(
  line: string,
  lane: string,
  { text, words }: Pick<Sought, 'text' | 'words'>,
): 'whole' | 'part' | 'lane' | null {
  if (line.length === text.length + 1 && line.endsWith(text)) return 'whole'
  if (holdsAll(line, words)) return 'part'
  // A name and a lane together; a lane alone is nobody's name.
  if (words.length === 1 || !words.some((word) => line.includes(word))) return null
  return words.every((word) => line.includes(word) || lane.includes(word)) ? 'lane' : null
}

const ofHead = { whole: rank.head, part: rank.headPart, lane: rank.headLane }
const ofMember = { whole: rank.member, part: rank.memberPart, lane: rank.memberLane }

/** Whether it is found at all, and no better than many that were found before: nobody has that very name or number. */
function isOneMore(
  { of, bare, lane, names, all }: Entry,
  { text, words, bare: number, phone }: Sought,
): boolean | null {
  if ((number && bare === number) || isPhoned(of.phone, phone) || all.includes(`\n ${text}\n`)) return null
  if (words.length === 1 || holdsAll(lane, words)) return true
  for (const line of names) if (rankOf(line, lane, { text, words })) return true
  return false
}

function ranked({ of, bare, lane, names }: Entry, sought: Sought): Ranked | null {
  if (sought.bare && bare === sought.bare) return { rank: 2 * rank.number, member: null }
  if (isPhoned(of.phone, sought.phone)) return { rank: 2 * rank.phone, member: null }
  const inLane = lane.includes(` ${sought.text} `) ? rank.wholeLane : holdsAll(lane, sought.words) ? rank.lane : null
  let best: Ranked | null = inLane === null ? null : { rank: 2 * inLane, member: null }
  for (let at = 0; at < names.length; at++) {
    const how = rankOf(names[at] ?? '', lane, sought)
    const member = how && of.members[at]
    if (!member) continue
    const isHead = member.relation === 'head' && !member.leftOn
    const place = 2 * (member.leftOn ? rank.left : (isHead ? ofHead : ofMember)[how])
    if (best && place >= best.rank) continue
    const unlike = sought.marked !== null && !member.name.toLowerCase().includes(sought.marked) ? 1 : 0
    if (!best || place + unlike < best.rank) best = { rank: place + unlike, member: isHead ? null : at }
  }
  return best
}

const isOf = ({ of, villageId }: Entry, filter: Filter): boolean =>
  (!filter.villageId || villageId === filter.villageId) && (!filter.class || (of.class ?? 'none') === filter.class)

/**
 * The best first, of equals in the order of the entries; no more than are shown, and how many there are. Without words all
 * that the filter lets through.
 */
export function search(entries: readonly Entry[], q: string, filter: Filter = {}): Found {
  const sought = soughtOf(q)
  const piles: Hit[][] = Array.from({ length: ranks }, () => [])
  let [total, good] = [0, 0]
  for (const entry of entries) {
    if (!isOf(entry, filter)) continue
    // Most hold the longest word nowhere.
    if (!holdsAll(entry.all, sought.words) && entry.bare !== sought.bare && !isPhoned(entry.of.phone, sought.phone))
      continue
    // Where as many as are shown are as good as a name that only holds the words, more of them are counted alone.
    const isMore = good >= shownAtOnce && sought.text !== '' ? isOneMore(entry, sought) : null
    const found = isMore !== null ? null : sought.text === '' ? { rank: 0, member: null } : ranked(entry, sought)
    if (isMore || found) total += 1
    if (!found) continue
    if (found.rank <= 2 * rank.headPart) good += 1
    const pile = piles[found.rank]
    if (pile && pile.length < shownAtOnce) pile.push({ entry, member: found.member })
  }
  return { hits: piles.flat().slice(0, shownAtOnce), total }
}

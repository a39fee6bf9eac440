/** What is said of those whom a round gives up because another decision gave them their class: before, and after. */
import type { Block } from '#features/rounds/model.ts'
import { fill, type Said } from '#kernel/text.ts'

/** The block that names them; null where nobody is in the way. */
export const givenIn = (blocked: readonly Block[]): Block | null =>
  blocked.find(({ code }) => code === 'class_given') ?? null

/** How many, and the names of the first of them. */
export type TakenOut = { readonly households: number; readonly names: readonly string[] }

const said: Said = {
  vi: 'Đã đưa {count} hộ ra khỏi kỳ, không hoàn tác được: {names}.',
  en: '{count} households were taken out of the round, which is not undone: {names}.',
}
const saidWithMore: Said = {
  vi: 'Đã đưa {count} hộ ra khỏi kỳ, không hoàn tác được: {names} và {more} hộ nữa.',
  en: '{count} households were taken out of the round, which is not undone: {names} and {more} more.',
}

export function takenOutSaid({ households: count, names }: TakenOut): Said {
  const more = count - names.length
  const { vi, en } = more > 0 ? saidWithMore : said
  const facts = { count, more, names: names.join(', ') }
  return { vi: fill(vi, facts), en: fill(en, facts) }
}

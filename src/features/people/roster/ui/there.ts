/** Who holds a post at a unit on the day from which somebody else is to hold it. */
import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { say, type Words } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { useRead } from '#platform/web/reads.ts'
import { useStill } from '#platform/web/still.ts'
import { standingWords } from '../model.ts'
import { listOfficials, listPosts, showNorm } from './calls.ts'
import type { Post } from './official.ts'

export type There = {
  /** "Lò Văn Nhất, từ 01/02/2026; ...", empty where nobody does, or it is not known yet. */
  readonly people: string
  /** How many should, where a norm says so. */
  readonly required: number | null
  /** Whether nobody is missing, so that one more is asked about. */
  readonly filled: boolean
  /** What the form still waits for. */
  readonly whyNot: Words | null
  /** What was refused, unless it speaks of another place than the one that is chosen now. */
  readonly problem: WebProblem | null
}

/** What the server asks by before one more is appointed. */
export const isFilled = (problem: WebProblem | null): boolean =>
  problem?.code === 'official.norm_filled' || problem?.code === 'official.sole_held'

type Asked = { readonly areaId: AreaId; readonly day: PlainDate; readonly post: string }

/** Who holds a post at a unit on a day, and how many may: by the norm, or one where one holds it at a time; null: nothing says. */
export function useHolding(asked: Asked | null) {
  const held = useRead(listOfficials, asked && { ...asked, here: true })
  const norm = useRead(showNorm, asked && { ...asked, show: 'every' })
  const posts = useRead(listPosts, {})
  const sole = posts.data?.posts.some((one) => one.post === asked?.post && one.sole) ?? false
  const people = (asked && held.data?.rows) || []
  const holding = people.flatMap(({ officialId, name, posts }) =>
    posts
      .filter((one) => one.post === asked?.post && one.areaId === asked.areaId)
      .map((one) => ({ ...one, officialId, name })),
  )
  const own = [...new Set(holding.filter((one) => one.standing === 'own').map(({ officialId }) => officialId))]
  const required = (asked && norm.data?.places.find((one) => one.areaId === asked.areaId)?.required) ?? null
  return { holding, own, required, most: sole ? 1 : required }
}

/** `refused`: where the server has said that the place is filled, it is, whatever was read before. */
export function useThere({ post, areaId, from, standing, also }: Post, refused: WebProblem | null = null): There {
  const still = useStill(refused, [post, areaId, from, standing])
  const told = isFilled(still)
  const day = findPlainDate(from ?? '')
  const { holding, own, required, most } = useHolding(post && areaId && day ? { areaId, day, post } : null)
  const filled = standing === 'own' && (told || (own.length > 0 && most !== null && own.length >= most))
  return {
    problem: isFilled(refused) ? still : refused,
    people: holding.map(saidOf).join('; '),
    required,
    filled,
    whyNot:
      filled && !also
        ? {
            vi: 'Chỗ này đã đủ người: trả lời “có” mới giao thêm được.',
            en: 'The place is filled: say whether one more is appointed.',
          }
        : null,
  }
}

type Holding = { readonly name: string; readonly standing: Post['standing']; readonly from: PlainDate }
const saidOf = ({ name, standing, from }: Holding): string => {
  const since = say({ vi: 'từ {day}', en: 'since {day}' }, { day: showDate(from) })
  return standing === 'own' ? `${name}, ${since}` : `${name} (${say(standingWords[standing]).toLowerCase()}), ${since}`
}

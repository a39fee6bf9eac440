/** What is asked of posts that a file gives where somebody holds them: the same as of one that is given by hand. Pure. */
import { showDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { type Fault, faultAt } from '#kernel/imports.ts'
import type { Said } from '#kernel/text.ts'
import { faultOfTaken } from '../../roster/rules.ts'
import type { ColumnKey } from './columns.ts'
import type { Plan } from './plan.ts'
import type { ReadPost } from './rows.ts'

/** How a place is filled in the roster on the first day of the row. */
export type Place = {
  readonly required: number | null
  readonly sole: boolean
  readonly holders: readonly { readonly officialId: OfficialId; readonly name: string }[]
}
/** A post of somebody of the file; `row`: the first that speaks of them. */
export type Given = {
  readonly row: number
  readonly name: string
  readonly officialId: OfficialId | null
  readonly post: ReadPost
}

/** The posts that are held as their own: deputies and who acts are counted by no norm. */
export const ownGiven = (plans: readonly Plan[]): Given[] =>
  plans.flatMap(({ person: { row, who }, known, give }) =>
    give
      .filter(({ standing }) => standing === 'own')
      .map((post) => ({ row, name: who.name, officialId: known?.officialId ?? null, post })),
  )

const placeOf = ({ post, areaId }: ReadPost) => `${post} ${areaId}`
const holdsOn = ({ from, until }: ReadPost, day: string) => from <= day && (until === null || until > day)

/** Rows that give one more than the norm wants, or than one can hold; other rows of the file count from their first day. `places`: of `given`, in its order. */
export function* doubtsOfPlaces(given: readonly Given[], places: readonly Place[]): Generator<Fault<ColumnKey>> {
  const before = new Map<string, Given[]>()
  const rows = given.map((one, at) => ({ ...one, place: places[at] }))
  rows.sort((a, b) => (a.post.from < b.post.from ? -1 : a.post.from > b.post.from ? 1 : a.post.row - b.post.row))
  for (const { place, ...one } of rows) {
    const { post } = one
    const key = placeOf(post)
    const beside = (before.get(key) ?? []).filter((other) => other.row !== one.row && holdsOn(other.post, post.from))
    const held = place?.holders.filter(({ officialId }) => officialId !== one.officialId) ?? []
    const names = held.map(({ name }) => name)
    const holders = {
      vi: [...new Set([...names, ...beside.map((one) => inFile(one, 'tệp, dòng'))])],
      en: [...new Set([...names, ...beside.map((one) => inFile(one, 'file, row'))])],
    }
    if (place && faultOfTaken({ ...place, holders: holders.vi }))
      yield faultAt(post, 'post', filled(place, post, holders))
    before.set(key, [...(before.get(key) ?? []), one])
  }
}
type Holders = { readonly vi: readonly string[]; readonly en: readonly string[] }

function filled({ required }: Place, { from }: ReadPost, holders: Holders): Said {
  const day = showDate(from)
  const [vi, en] =
    required === null
      ? ['Chức danh này mỗi đơn vị một người', 'One holds this post at a unit']
      : [`Định mức ${required} người đã đủ`, `The norm of ${required} is filled`]
  return {
    vi: `${vi}; ngày ${day} đang giữ: ${holders.vi.join(', ')}. Người ấy đã thôi thì ghi thôi trước; ghi nhầm thì bỏ dòng này; đúng là thêm người thì cứ ghi.`,
    en: `${en}; on ${day}: ${holders.en.join(', ')}. If they have left, record that first; take the row out if it is wrong; write it if one more is meant.`,
  }
}
const inFile = ({ name, post }: Given, row: string): string => `${name} (${row} ${post.row})`

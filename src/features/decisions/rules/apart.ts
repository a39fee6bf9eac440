/** What the register says otherwise of a household than its papers, in short words: who came, who went, who is called otherwise. */

import { relationWords } from '#features/households/model/words.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import { sexWords } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import { type Pair, pairs } from './pairs.ts'
import type { EntryContent, SaidMember } from './said.ts'

const same = (text: string): Said => ({ vi: text, en: text })
const between = (was: Said, is: Said): Said => ({ vi: `${was.vi} → ${is.vi}`, en: `${was.en} → ${is.en}` })
const becomes = (what: Said, was: Said, is: Said): Said => {
  const { vi, en } = between(was, is)
  return { vi: `${what.vi} ${vi}`, en: `${what.en} ${en}` }
}
/** A text that may be missing. */
const orNone = (text: string): Said => (text ? same(text) : { vi: 'chưa ghi', en: 'none' })

const ethnicity = (code: string): Said => same(ethnicGroups.find((group) => group.code === code)?.name ?? code)

/** What of one and the same person differs. */
function changed(was: SaidMember, is: SaidMember): Said[] {
  const of = (vi: string, en: string): Said => ({ vi: `${vi} của ${is.name}`, en: `${en} of ${is.name}` })
  return [
    was.name === is.name ? [] : [becomes({ vi: 'đổi tên', en: 'renamed' }, same(was.name), same(is.name))],
    was.birthYear === is.birthYear
      ? []
      : [becomes(of('năm sinh', 'year of birth'), same(String(was.birthYear)), same(String(is.birthYear)))],
    was.sex === is.sex ? [] : [becomes(of('giới tính', 'sex'), sexWords[was.sex], sexWords[is.sex])],
    was.relation === is.relation
      ? []
      : [becomes(of('quan hệ', 'relation'), relationWords[was.relation], relationWords[is.relation])],
    was.ethnicity === is.ethnicity
      ? []
      : [becomes(of('dân tộc', 'ethnic group'), ethnicity(was.ethnicity), ethnicity(is.ethnicity))],
  ].flat()
}

function pairApart({ was, is }: Pair): Said[] {
  if (!was) return is ? [{ vi: `thêm: ${is.name}`, en: `added: ${is.name}` }] : []
  return is ? changed(was, is) : [{ vi: `rời: ${was.name}`, en: `left: ${was.name}` }]
}

type Both = (was: EntryContent, is: EntryContent) => Said[]
const texts =
  (key: 'head' | 'village' | 'address'): Both =>
  (was, is) =>
    was[key] === is[key] ? [] : [between(orNone(was[key]), orNone(is[key]))]

/** By what differs, the words for it. */
const saids: Readonly<Record<string, Both>> = {
  head: texts('head'),
  members: (was, is) => pairs(was.members, is.members).flatMap(pairApart),
  village: texts('village'),
  address: texts('address'),
}

/** Of what is asked; null where there is nothing to say of it. */
export function apartOf(was: EntryContent, is: EntryContent, of: readonly string[]): Said | null {
  const said = of.flatMap((one) => saids[one]?.(was, is) ?? [])
  if (said.length === 0) return null
  return { vi: said.map(({ vi }) => vi).join('; '), en: said.map(({ en }) => en).join('; ') }
}

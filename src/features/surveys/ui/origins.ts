/** Where the answers of a fresh form came from, so that the enumerator asks again and does not just nod. Pure. */
import type { Facts } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { answerAt, isMemberPath } from '#features/standards/rules/form.ts'
import type { Said } from '#kernel/text.ts'

export type Origin = 'before' | 'own' | 'register'

export const originWords: Readonly<Record<Origin, Said>> = {
  before: { vi: 'như lần trước', en: 'as last time' },
  own: { vi: 'như phiếu đã gửi', en: 'as sent before' },
  register: { vi: 'theo sổ hộ', en: 'from the register' },
}

export type Base = {
  readonly facts: Facts
  readonly from: { readonly kind: 'this_round' | 'earlier_round' } | null
  readonly changed: readonly { readonly what: string; readonly person: string; readonly paths: readonly string[] }[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Null where the answer was given or changed here. `members[]` asks about the person's being listed at all. */
export function originOf(base: Base, facts: Facts, at: { path: string; person: string | null }): Origin | null {
  const { path, person } = at
  const about = base.changed.filter((one) => one.person === person)
  const joined = base.from === null || about.some((one) => one.what === 'joined')
  if (path === 'members[]') return joined && isListed(base.facts, person) ? 'register' : null
  const who = person ?? undefined
  const filled = answerAt(base.facts, path, who)
  if (filled === undefined || !same(filled, answerAt(facts, path, who))) return null
  const corrected = about.some((one) => one.paths.includes(path))
  if (base.from === null || corrected || (isMemberPath(path) && joined)) return 'register'
  return base.from.kind === 'this_round' ? 'own' : 'before'
}

const isListed = (facts: Facts, person: string | null): boolean =>
  (facts.members ?? []).some((member) => member.id === person)

/** Where answers filled in beforehand are asked again that nobody has heard yet. */
export function unseenOf(of: {
  base: Base
  facts: Facts
  seen: readonly string[]
  screens: readonly {
    key: string
    kind?: string
    person?: string | null
    recap?: string | null
    asked?: readonly Form['sections'][number]['groups'][number]['questions'][number][]
  }[]
}): string[] {
  const { base, facts, seen, screens } = of
  if (base.from?.kind === 'this_round') return []
  // Who lives here is asked each time, of the whole list.
  const unheard = screens.filter(
    ({ key, kind, asked = [], person = null }) =>
      !seen.includes(key) &&
      (kind === 'members' || asked.some(({ path }) => originOf(base, facts, { path, person }) !== null)),
  )
  return [...new Set(unheard.map(({ key, recap }) => recap ?? key))]
}

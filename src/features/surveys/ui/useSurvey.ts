/** The survey being filled: answers, the screen, and the draft that follows every stroke. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Facts } from '#features/standards/model/facts.ts'
import { factFaults, headFaults, nameFaults } from '#features/standards/rules/faults.ts'
import { answerAt, missingAnswers } from '#features/standards/rules/form.ts'
import { oddAnswers } from '#features/standards/rules/odd.ts'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { useWalk, type Walk } from '#features/standards/ui/form/useWalk.ts'
import { countedFacts, type RecapScreen, recapsOf, screensOf } from '#features/standards/ui/form/walk.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import type { CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/web/ids.ts'
import type { Unread } from '#platform/web/kit/unread.ts'
import type { Aside } from '../model.ts'
import { withHead } from '../rules/heads.ts'
import { marked, marksOf } from '../rules/marks.ts'
import { anewOpen, withoutKnown } from './asked.ts'
import type { ReadyCase } from './caseForm.ts'
import { type Left, leavingOf } from './leaving.ts'
import { originOf, originWords, unseenOf } from './origins.ts'
import { withPhone } from './phoneSaid.ts'
import { sendStops } from './sendStops.ts'
import { type Keeping, useKeeping } from './useKeeping.ts'

/** Answers as they count and are sent, and what is said beside them. */
export type Filled = { readonly facts: Facts; readonly aside: Aside }

export type Survey = Walk & {
  readonly sheet: Sheet
  /** On the last page, where it is read and sent. */
  readonly filled: Filled | null
  readonly keeping: Keeping
  /** Keeps the draft as sent until the server has it. */
  readonly keepSent: (command: CommandId) => Promise<void>
}

const lists = { ethnicity: ethnicGroups.map(({ code, name }) => ({ value: code, label: name })) }

export function useSurvey(ready: ReadyCase): Survey {
  const { base, form, opens, closes, draft, anew } = ready
  const { day } = base
  const [facts, setFacts] = useState<Facts>(draft?.data.facts ?? base.facts)
  const [unread, setUnread] = useState<Unread>(draft?.data.unread ?? {})
  const [left, setLeft] = useState<Left>(draft?.data.left ?? [])
  const [sure, setSure] = useState<readonly string[]>(draft?.data.sure ?? [])
  // One stroke may change several, before any is drawn.
  const stroke = useRef({ facts, unread, left, sure })
  stroke.current = { facts, unread, left, sure }
  // Seen is said with what is drawn anyway: it draws nothing by itself.
  const seen = useRef<readonly string[]>(draft?.data.seen ?? [])
  const keeping = useKeeping(ready, setFacts)
  const scorers = useMemo(() => (closes ? [opens, closes] : [opens]), [opens, closes])
  const asked = useMemo(() => withoutKnown(form, base.facts, scorers), [form, base, scorers])
  const recaps = useMemo(() => recapsOf({ form: asked, facts: base.facts, day }, anew), [asked, base, day, anew])
  const screens = useMemo(
    () => screensOf({ form: asked, facts, day }, { start: true, recaps, cards: true }),
    [asked, facts, day, recaps],
  )
  const counted = useMemo(() => countedFacts({ form, facts, day }), [form, facts, day])
  const missing = useMemo(() => {
    const open = missingAnswers({ facts: counted, scorers, form, day })
    return [...open, ...anewOpen({ screens, facts: counted, anew, open })]
  }, [counted, scorers, form, day, screens, anew])
  const walk = useWalk(screens, draft?.data.at ?? null)
  const { at } = walk

  const saw = (keys: readonly string[]) => {
    seen.current = [...new Set([...seen.current, ...keys])]
  }
  saw([at.key])
  const save = (sentAs: CommandId | null = null) =>
    keeping.save({ ...stroke.current, at: at.key, seen: seen.current, sentAs })

  const first = useRef(true)
  useEffect(() => {
    // Looking at a form is not filling it: the first draft is written by the first step or answer.
    if (!first.current || draft) void save()
    first.current = false
  }, [at.key])

  const change = (next: Facts, gone: Left = stroke.current.left) => {
    stroke.current = { ...stroke.current, facts: next, left: gone }
    setFacts(next)
    setLeft(gone)
    void save()
  }
  const keep = (next: Unread) => {
    stroke.current = { ...stroke.current, unread: next }
    setUnread(next)
    void save()
  }
  const beSure = ({ vi }: { readonly vi: string }) => {
    stroke.current = { ...stroke.current, sure: [...sure, vi] }
    setSure(stroke.current.sure)
    void save()
  }
  const faults = useMemo(
    () => [...factFaults(counted, day), ...headFaults(counted), ...nameFaults(counted)],
    [counted, day],
  )
  const odd = useMemo(() => oddAnswers(counted, day), [counted, day])
  const unseen = unseenOf({ base, facts, seen: seen.current, screens })
  const leaving = leavingOf({ base: base.facts, facts, left, change })
  const keptAs = ({ person, groups }: RecapScreen) => {
    const origins = groups.flatMap((group) => group.asked.map(({ path }) => originOf(base, facts, { path, person })))
    if (base.from?.kind === 'this_round' || origins.every((one) => one === null)) return null
    return person === null
      ? { vi: 'Giữ như lần trước', en: 'Keep as last time' }
      : { vi: 'Giữ như sổ hộ', en: 'Keep as in the register' }
  }
  const sheet: Sheet = {
    form,
    facts,
    day,
    lists,
    screens,
    missing,
    faults,
    stops: sendStops({ form, facts, missing, faults, screens, asTyped: { unread }, unseen }),
    odd: odd.filter(({ said }) => !sure.includes(said.vi)),
    beSure,
    notes: base.comments,
    asTyped: { unread, keep },
    originOf: (path, person) => {
      const origin = originOf(base, facts, { path, person })
      return origin && originWords[origin]
    },
    anew,
    cards: true,
    keptAs,
    saw,
    change,
    go: walk.go,
    newPerson: () => newId<'person'>(),
    headed: withHead,
    leaving,
  }
  const ends = at.kind === 'result'
  const filled = useMemo(() => (ends ? filledOf(ready, counted, left) : null), [ends, ready, counted, left])
  return { ...walk, sheet, filled, keeping, keepSent: (command) => save(command) }
}

/** Of a form that came back, what was not touched came about as it had. */
function filledOf({ base, form }: ReadyCase, facts: Facts, left: Left): Filled {
  const { from, facts: start } = base
  const before = from?.kind === 'this_round' && from.marks ? marked(form, start, from.marks) : null
  const gone = left.filter(({ person }) => answerAt(facts, 'members[].id', person) === undefined)
  return {
    facts: withPhone(facts, base.case.phone),
    aside: { marks: marksOf(form, { start, before }, facts), ...(gone.length > 0 && { left: [...gone] }) },
  }
}

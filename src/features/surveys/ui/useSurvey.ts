/** The survey being filled: answers, the screen, and the draft that follows every stroke. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Facts } from '#features/standards/model/facts.ts'
import { factFaults, headFaults, nameFaults } from '#features/standards/rules/faults.ts'
import { missingAnswers } from '#features/standards/rules/form.ts'
import { oddAnswers } from '#features/standards/rules/odd.ts'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { useWalk, type Walk } from '#features/standards/ui/form/useWalk.ts'
import { countedFacts, recapsOf, screensOf } from '#features/standards/ui/form/walk.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import type { CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/web/ids.ts'
import type { Unread } from '#platform/web/kit/unread.ts'
import { withHead } from '../rules/heads.ts'
import type { ReadyCase } from './caseForm.ts'
import { originOf, originWords, unseenOf } from './origins.ts'
import { type Keeping, useKeeping } from './useKeeping.ts'

export type Survey = Walk & {
  readonly sheet: Sheet
  /** Answers as they count and are sent. */
  readonly counted: Facts
  readonly keeping: Keeping
  /** Keeps the draft as sent until the server has it. */
  readonly keepSent: (command: CommandId) => Promise<void>
}

const lists = { ethnicity: ethnicGroups.map(({ code, name }) => ({ value: code, label: name })) }

export function useSurvey(ready: ReadyCase): Survey {
  const { base, form, opens, closes, draft } = ready
  const { day } = base
  const [facts, setFacts] = useState<Facts>(draft?.data.facts ?? base.facts)
  const [unread, setUnread] = useState<Unread>(draft?.data.unread ?? {})
  // One stroke may change both, before either is drawn.
  const filled = useRef({ facts, unread })
  filled.current = { facts, unread }
  const [seen, setSeen] = useState<readonly string[]>(draft?.data.seen ?? [])
  const keeping = useKeeping(ready, setFacts)
  const recaps = useMemo(() => recapsOf({ form, facts: base.facts, day }), [form, base, day])
  const screens = useMemo(() => screensOf({ form, facts, day }, { start: true, recaps }), [form, facts, day, recaps])
  const counted = useMemo(() => countedFacts({ form, facts, day }), [form, facts, day])
  const missing = useMemo(
    () => missingAnswers({ facts: counted, scorers: closes ? [opens, closes] : [opens], form, day }),
    [counted, opens, closes, form, day],
  )
  const walk = useWalk(screens, draft?.data.at ?? null)
  const { at } = walk

  const save = (sentAs: CommandId | null = null) =>
    keeping.save({ ...filled.current, at: at.key, seen: [...new Set([...seen, at.key])], sentAs })

  const saw = (keys: readonly string[]) => setSeen((before) => [...new Set([...before, ...keys])])
  const first = useRef(true)
  useEffect(() => {
    saw([at.key])
    // Looking at a form is not filling it: the first draft is written by the first step or answer.
    if (!first.current || draft) void save()
    first.current = false
  }, [at.key])

  const change = (next: Facts) => {
    filled.current = { ...filled.current, facts: next }
    setFacts(next)
    void save()
  }
  const keep = (next: Unread) => {
    filled.current = { ...filled.current, unread: next }
    setUnread(next)
    void save()
  }
  const sheet: Sheet = {
    form,
    facts,
    day,
    lists,
    screens,
    missing,
    faults: [...factFaults(counted, day), ...headFaults(counted), ...nameFaults(counted)],
    odd: oddAnswers(counted, day),
    notes: base.comments,
    asTyped: { unread, keep },
    originOf: (path, person) => {
      const origin = originOf(base, facts, { path, person })
      return origin && originWords[origin]
    },
    unseen: unseenOf({ base, facts, seen, screens }),
    saw,
    change,
    go: walk.go,
    newPerson: () => newId<'person'>(),
    headed: withHead,
  }
  return { ...walk, sheet, counted, keeping, keepSent: (command) => save(command) }
}

/** The draft that follows every stroke, beside other windows that fill the same form. */
import { useRef, useState } from 'preact/hooks'
import type { Facts } from '#features/standards/model/facts.ts'
import { say } from '#platform/web/language.ts'
import type { Told } from '#platform/web/told.ts'
import { bothForms, type TwoForms } from '../rules/twoForms.ts'
import type { ReadyCase } from './caseForm.ts'
import { type SurveyDraft, saveSurveyDraft } from './onDevice.ts'

/** `joined`: another window's answers were taken in. `sent_elsewhere`: it went out from another window. */
export type Saved = 'nothing_yet' | 'saved' | 'failed' | 'joined' | 'sent_elsewhere'

type Met = TwoForms & { readonly savedAt: number }

export type Keeping = {
  readonly saved: Saved
  /** Writes what is filled in now. */
  readonly save: (draft: SurveyDraft) => Promise<void>
  /** Answers given differently here and in another window; a person decides. */
  readonly touching: readonly Told[]
  readonly decide: (mine: ReadonlySet<string>) => Promise<Facts>
  readonly later: () => void
}

type Kept = { readonly savedAt: number; readonly data: SurveyDraft }

const ownWindow = () => ({
  by: say({ vi: 'Bạn', en: 'You' }),
  where: { vi: 'cửa sổ khác trên máy này', en: 'another window on this device' },
})

/** `onJoined`: the answers of both windows together are from now on what is filled in. */
export function useKeeping({ base, draft }: ReadyCase, onJoined: (facts: Facts) => void): Keeping {
  const [saved, setSaved] = useState<Saved>(draft ? 'saved' : 'nothing_yet')
  const [met, setMet] = useState<Met | null>(null)
  // What this window last saw of the draft: it writes over that alone.
  const seen = useRef({ savedAt: draft?.savedAt ?? null, facts: draft?.data.facts ?? base.facts })
  const now = useRef<SurveyDraft | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())

  const join = ({ savedAt, theirs }: Pick<Met, 'savedAt' | 'theirs'>, facts: Facts) => {
    seen.current = { savedAt, facts: theirs }
    if (now.current) now.current = { ...now.current, facts }
    onJoined(facts)
    return write('joined')
  }
  const meet = async (mine: Facts, newer: Kept | null) => {
    if (!newer || newer.data.sentAs) return setSaved('sent_elsewhere')
    const { unread, left = [], sure = [] } = newer.data
    if (now.current)
      now.current = {
        ...now.current,
        unread: { ...unread, ...now.current.unread },
        left: [
          ...left.filter((one) => !now.current?.left?.some(({ person }) => person === one.person)),
          ...(now.current.left ?? []),
        ],
        sure: [...new Set([...sure, ...(now.current.sure ?? [])])],
      }
    const two = { was: seen.current.facts, mine, theirs: newer.data.facts, savedAt: newer.savedAt }
    const { facts, touching } = bothForms(two)
    if (touching.length > 0) setMet(two)
    else await join(two, facts)
  }
  const write = async (then: Saved): Promise<void> => {
    const data = now.current
    if (!data) return
    const kept = await saveSurveyDraft(base.case.caseId, data, seen.current.savedAt)
    if ('newer' in kept) return meet(data.facts, kept.newer)
    seen.current = { savedAt: kept.savedAt, facts: data.facts }
    setSaved(then)
  }
  // One after the other, each over the one before, and each with all that is filled in by then.
  const inTurn = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work).catch(() => setSaved('failed'))
    return queue.current
  }
  const decide = async (mine: ReadonlySet<string>) => {
    if (!met) return seen.current.facts
    const { facts } = bothForms({ ...met, mine: now.current?.facts ?? met.mine }, (name) => mine.has(name))
    setMet(null)
    await inTurn(() => join(met, facts))
    return facts
  }
  const at = new Date(met?.savedAt ?? 0).toISOString()
  return {
    saved,
    save: (data) => {
      now.current = data
      return inTurn(() => write('saved'))
    },
    touching: met ? bothForms(met).touching.map((one) => ({ ...one, ...ownWindow(), at })) : [],
    decide,
    later: () => setMet(null),
  }
}

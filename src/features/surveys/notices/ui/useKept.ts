/**
 * What is typed into a notice on the phone, kept at every stroke as a survey is: it stands there again by itself, also
 * after it was sent, until the server has it. The drafts of the office's forms would weigh on the phone's first page.
 */
import { useEffect, useState } from 'preact/hooks'
import { dropDraft, findDraft, saveDraft } from '#platform/web/drafts.ts'

export type NoticeForm = 'notices.unlisted' | 'notices.cannot'

export type KeptForm<T> = {
  /** Null until this device was asked. */
  readonly typed: T | null
  readonly put: (more: Partial<T>) => void
  /** This device takes nothing. */
  readonly failed: boolean
}

export function useKept<T extends object>(kind: NoticeForm, id: string, first: () => T): KeptForm<T> {
  const [typed, setTyped] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let stands = true
    const begin = (found: { data: T } | null) => stands && setTyped(found?.data ?? first())
    findDraft<T>(kind, id).then(begin, () => begin(null))
    return () => {
      stands = false
    }
  }, [kind, id])
  const put = (more: Partial<T>) => {
    if (!typed) return
    const next = { ...typed, ...more }
    setTyped(next)
    saveDraft(kind, id, next).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  return { typed, put, failed }
}

/** It is on its way: what was typed lies under the id of its notice, and the form is free for another. */
export async function freeForm(kind: NoticeForm, id: string, typed: object): Promise<void> {
  await saveDraft(kind, id, typed)
  await dropDraft(kind, '')
}

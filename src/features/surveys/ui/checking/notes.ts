/** What the checker writes beside answers before returning a survey: kept on this device until it is sent, one note an answer. */

import { useEffect } from 'preact/hooks'
import type { ReviewCaseId } from '#kernel/ids.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import type { Note } from '../../model.ts'

export type NoteAt = { readonly question: string; readonly person: string | null }
export type Notes = {
  readonly all: readonly Note[]
  readonly textAt: (at: NoteAt) => string
  /** Empty text takes the note away. */
  readonly write: (at: NoteAt, text: string) => void
  readonly draft: Draft
}

const same = (a: NoteAt, b: NoteAt): boolean => a.question === b.question && a.person === b.person

/** Notes of one case. What was left goes on by itself: it stands beside its answers as it did. */
export function useNotes(caseId: ReviewCaseId): Notes {
  const draft = useDraft('surveys.notes', caseId)
  const [notes, setNotes] = useTyped<readonly Note[]>(draft, 'notes', [])
  useEffect(() => draft.watch(true), [draft])
  return {
    all: notes.filter((one) => one.note.trim() !== ''),
    textAt: (at) => notes.find((one) => same(one, at))?.note ?? '',
    write: (at, note) => {
      const others = notes.filter((one) => !same(one, at))
      setNotes(note === '' ? others : [...others, { ...at, note }])
    },
    draft,
  }
}

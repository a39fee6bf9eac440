/** What the checker writes beside answers before returning a survey: kept while the page stands, one note an answer. */

import { useState } from 'preact/hooks'
import type { ReviewCaseId } from '#kernel/ids.ts'
import type { Note } from '../../model.ts'

export type NoteAt = { readonly question: string; readonly person: string | null }
export type Notes = {
  readonly all: readonly Note[]
  readonly textAt: (at: NoteAt) => string
  /** Empty text takes the note away. */
  readonly write: (at: NoteAt, text: string) => void
  readonly clear: () => void
}

const same = (a: NoteAt, b: NoteAt): boolean => a.question === b.question && a.person === b.person

/** Notes of one case; another case begins with none. */
export function useNotes(caseId: ReviewCaseId): Notes {
  const [held, setHeld] = useState<{ caseId: ReviewCaseId; notes: readonly Note[] }>({ caseId, notes: [] })
  const notes = held.caseId === caseId ? held.notes : []
  return {
    all: notes.filter((one) => one.note.trim() !== ''),
    textAt: (at) => notes.find((one) => same(one, at))?.note ?? '',
    write: (at, note) => {
      const others = notes.filter((one) => !same(one, at))
      setHeld({ caseId, notes: note === '' ? others : [...others, { ...at, note }] })
    },
    clear: () => setHeld({ caseId, notes: [] }),
  }
}

/** A proposal as a person changes it before it is taken into a plan; kept with the form that takes it. */
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { type Edits, editedOf, type ProposalAnswer, type useAsked } from './proposal.ts'

export function useEditing(of: ProposalAnswer, asked: ReturnType<typeof useAsked>['asked']) {
  const draft = useDraft('proposals.take', Object.values(asked).join(' '))
  const [edits, setEdits] = useTyped<Edits>(draft, 'edits', {})
  return { draft, edits, setEdits, classes: editedOf(of, edits) }
}
export type Editing = ReturnType<typeof useEditing>

/**
 * A form whose typing is kept at every stroke and offered again; nothing typed is ever cleared by a refusal. What another
 * window typed differently into the same draft is chosen side by side.
 */
import { DraftHere, useLook, useTyped } from '../draft.ts'
import type { Draft } from '../drafting.ts'
import { say } from '../language.ts'
import { Decide } from './Decide.tsx'
import { DraftNote } from './DraftNote.tsx'
import { FormBox, type FormBoxProps } from './FormBox.tsx'
import { AsTyped, type Unread } from './unread.ts'

type Props = FormBoxProps & {
  /** Where what is typed is kept. Null only where nothing is lost: a search, a password. */
  readonly draft: Draft | null
}

export const Form = ({ draft, ...box }: Props) => (draft ? <Kept draft={draft} {...box} /> : <FormBox {...box} />)

const none: Unread = {}

function Kept({ draft, children, ...box }: FormBoxProps & { readonly draft: Draft }) {
  useLook(draft)
  const [unread, setUnread] = useTyped<Unread>(draft, 'as typed', none)
  return (
    <DraftHere.Provider value={draft}>
      <AsTyped.Provider value={{ unread, keep: setUnread }}>
        <FormBox {...box} above={<DraftNote of={draft} />} waits={draft.offered.value !== null}>
          {children}
        </FormBox>
      </AsTyped.Provider>
      <Choosing draft={draft} />
    </DraftHere.Provider>
  )
}

/** Beside the form, never within it: it is a form of its own. */
function Choosing({ draft }: { draft: Draft }) {
  const touching = draft.touching.value
  const labelOf = (field: string) => touching.find((one) => one.field === field)?.label
  return (
    <Decide
      between="windows"
      of={{ touching, pending: false, decide: (mine) => draft.decide(mine), clear: () => draft.later() }}
      about=""
      words={{ label: (field) => labelOf(field) || say(unnamed), show: () => '' }}
      onDone={() => undefined}
    />
  )
}

const unnamed = { vi: 'Mục khác trong biểu', en: 'Another part of the form' }

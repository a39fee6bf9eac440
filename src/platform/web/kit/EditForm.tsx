import type { ComponentChildren } from 'preact'
import type { Draft } from '../drafting.ts'
import type { EditInHand } from '../edits.ts'
import { say, type Words } from '../language.ts'
import { Button } from './Button.tsx'
import { Decide, type FieldWords } from './Decide.tsx'
import { Form } from './Form.tsx'

type Props<I, O> = {
  readonly draft: Draft
  readonly of: EditInHand<I, O>
  /** What of the fields is not as it was seen (`changesOf`); null while what is typed cannot be sent. */
  readonly changes: object | null
  /** Why it cannot be sent then. */
  readonly lacking?: Words
  readonly send: () => Promise<O | null>
  /** What it is about, where another changed the same meanwhile. */
  readonly about: string
  readonly words: FieldWords
  readonly deed?: Words
  /** What stands beside its button. */
  readonly beside?: ComponentChildren
  readonly onDone: () => void
  readonly children: ComponentChildren
}

const record = { vi: 'Ghi thay đổi', en: 'Record the change' }
const nothing = { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }

/** What others may change at the same time is changed: nothing is sent that did not change, what touches is chosen. */
export function EditForm<I extends object, O>({ draft, of, changes, lacking, send, ...rest }: Props<I, O>) {
  const { about, words, deed = record, beside, onDone, children } = rest
  const whyNot = !changes ? (lacking ?? nothing) : Object.keys(changes).length === 0 ? nothing : null
  const change = async () => {
    if (!whyNot && (await send())) onDone()
  }
  return (
    <>
      <Form
        onSubmit={change}
        draft={draft}
        problem={of.problem}
        actions={
          <>
            <Button look="primary" submit pending={of.pending} whyNot={whyNot}>
              {say(deed)}
            </Button>
            {beside}
          </>
        }
      >
        {children}
      </Form>
      <Decide of={of} about={about} words={words} onDone={onDone} />
    </>
  )
}

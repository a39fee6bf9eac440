/** "Is it the same person?": what the register has alike is shown, opened, or gone past with a reason. */

import { showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { birthText, sexWords } from '#kernel/persons.ts'
import { useTo } from '#platform/web/address.ts'
import type { Change } from '#platform/web/changes.ts'
import { useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { useAgain, useMeanwhile } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { Double, Left } from '../model/doubles.ts'
import { leaveWords } from '../model/words.ts'
import { pathOf, timelineOf } from './sayings.ts'

export type Asked<I, O> = Change<I, O> & {
  readonly doubles: readonly Double[]
  readonly goOn: () => Promise<O | null>
  /** Why it is another one, kept with the draft of the form. */
  readonly sure: string
  readonly say: (sure: string) => void
}

const none: readonly Double[] = []

/** A change that may be asked about doubles (`household.double`). */
export function useAsked<I extends { readonly sure?: string }, O>(change: Change<I, O>, draft: Draft): Asked<I, O> {
  const [sure, tell] = useTyped(draft, 'sure', '')
  const { run, runWith } = useAgain(change)
  const asked = change.problem?.code === 'household.double'
  const doubles = useMeanwhile(asked ? (change.problem?.facts.doubles as readonly Double[]) : none, change.pending)
  const goOn = () => runWith((input) => ({ ...input, sure: sure.trim() }))
  return { ...change, run, problem: asked ? null : change.problem, doubles, goOn, sure, say: tell }
}

type Props<I, O> = { readonly of: Asked<I, O>; readonly onDone: (answer: O) => void }

/** Beside the form, never within it: it is a form of its own. */
export const Doubles = <I extends object, O>(props: Props<I, O>) =>
  props.of.doubles.length > 0 ? <Asking {...props} /> : null

const ofDouble = {
  title: { vi: 'Có phải cùng một người, một hộ?', en: 'Is it the same?' },
  why: { vi: 'Vì sao là người khác, hộ khác?', en: 'Why is it another?' },
  whyNot: { vi: 'Ghi lý do vì sao là người khác, hộ khác.', en: 'Say why it is another.' },
  goOn: { vi: 'Không phải, ghi tiếp', en: 'Another one, go on' },
}
const ofHead = {
  title: { vi: 'Trẻ em làm chủ hộ?', en: 'A child as head?' },
  why: { vi: 'Vì sao trẻ em làm chủ hộ?', en: 'Why is a child the head?' },
  whyNot: { vi: 'Ghi lý do vì sao trẻ em làm chủ hộ.', en: 'Say why a child is the head.' },
  goOn: { vi: 'Đúng như vậy, ghi tiếp', en: 'It is so, go on' },
}

const ofOdd = {
  title: { vi: 'Có đúng như vậy không?', en: 'Is it so?' },
  why: { vi: 'Vì sao đúng?', en: 'Why is it right?' },
  whyNot: { vi: 'Ghi lý do vì sao đúng.', en: 'Say why it is right.' },
  goOn: { vi: 'Đúng như vậy, ghi tiếp', en: 'It is so, go on' },
}

function wordsOf(doubles: readonly Double[]) {
  if (doubles.every(({ kind }) => kind === 'young_head')) return ofHead
  return doubles.every(({ kind }) => kind === 'young_head' || kind === 'odd') ? ofOdd : ofDouble
}

function Asking<I extends object, O>({ of, onDone }: Props<I, O>) {
  const { sure } = of
  const words = wordsOf(of.doubles)
  const whyNot = sure.trim() ? null : words.whyNot
  const goOn = async () => {
    if (whyNot || of.pending) return
    const answer = await of.goOn()
    if (answer) onDone(answer)
  }
  return (
    <Dialog title={words.title} onClose={of.clear}>
      <ul class="households-doubles">
        {of.doubles.map((one) => (
          <Line key={JSON.stringify(one)} of={one} />
        ))}
      </ul>
      <Form
        onSubmit={goOn}
        draft={null}
        actions={
          <>
            <Button look="primary" submit pending={of.pending} whyNot={whyNot}>
              {say(words.goOn)}
            </Button>
            <Button onClick={of.clear}>{say({ vi: 'Quay lại', en: 'Back' })}</Button>
          </>
        }
      >
        <TextField label={words.why} required lines={2} maxLength={500} value={sure} onChange={of.say} />
      </Form>
    </Dialog>
  )
}

function Line({ of }: { of: Double }) {
  const to = useTo()
  if (of.kind === 'odd') return <li>{say(of.said)}</li>
  if (of.kind === 'young_head')
    return (
      <li>
        <strong>{whoOf(of)}</strong>:{' '}
        {say({
          vi: 'làm chủ hộ khi chưa đủ 15 tuổi, trong hộ có người lớn',
          en: 'becomes head under the age of 15, beside a grown-up',
        })}
      </li>
    )
  if (of.kind === 'insurance_twice')
    return (
      <li>
        <strong>{whoOf(of)}</strong>:{' '}
        {say({
          vi: 'số BHXH/BHYT trùng với một người khác trong phiếu đang ghi',
          en: 'the insurance number is that of another person of this form',
        })}
      </li>
    )
  if (of.kind === 'typed_twice')
    return (
      <li>
        <strong>{whoOf(of)}</strong>: {say({ vi: 'có hai lần trong phiếu đang ghi', en: 'stands twice in this form' })}
      </li>
    )
  return (
    <li>
      {of.kind === 'insurance' &&
        say(
          { vi: 'Số BHXH/BHYT ghi cho {name} là của ', en: 'The insurance number of {name} is that of ' },
          { name: of.typed },
        )}
      <strong>{of.kind === 'number' ? say({ vi: 'Số hộ {n}', en: 'Number {n}' }, { n: of.number }) : whoOf(of)}</strong>
      :{' '}
      <a href={to(pathOf(of.householdId))} target="_blank" rel="noreferrer">
        {whereOf(of)}
      </a>
      {of.kind === 'member' && `, ${say({ vi: 'chính hộ đang ghi', en: 'this very household' })}`}
      {of.kind !== 'number' && of.left && <Gone left={of.left} householdId={of.householdId} />}
      {of.kind !== 'number' &&
        of.joined &&
        `, ${say({ vi: 'đã ghi nhận là một với người khác trong sổ', en: 'recorded as one with another person' })}`}
    </li>
  )
}

/** How that one left; where that was recorded in error, it is undone in the timeline of the household. */
function Gone({ left: { on, reason }, householdId }: { left: Left; householdId: HouseholdId }) {
  const to = useTo()
  return (
    <>
      {`, ${say({ vi: 'sổ hộ ghi', en: 'the register says' })}: `}
      <strong>{`${say(leaveWords[reason]).toLowerCase()} ${showDate(on)}`}</strong>
      {'. '}
      {say({ vi: 'Nếu việc ấy ghi nhầm thì đừng ghi người mới:', en: 'If that is wrong, enter nobody anew:' })}{' '}
      <a href={to(timelineOf(householdId))} target="_blank" rel="noreferrer">
        {say({ vi: 'mở hộ để hoàn tác việc ấy', en: 'open the household and undo it' })}
      </a>
      {'.'}
    </>
  )
}

const whoOf = ({ name, sex, birth }: Exclude<Double, { kind: 'number' | 'odd' }>): string =>
  [name, say(sexWords[sex]), birthText(birth)].join(', ')

function whereOf({
  headName,
  number,
  villageName,
}: Exclude<Double, { kind: 'typed_twice' | 'insurance_twice' | 'young_head' | 'odd' }>): string {
  const words: Words = { vi: 'hộ {name}', en: 'household of {name}' }
  const numbered = number && say({ vi: 'số {n}', en: 'no. {n}' }, { n: number })
  return [say(words, { name: headName }), numbered, villageName].filter(Boolean).join(', ')
}

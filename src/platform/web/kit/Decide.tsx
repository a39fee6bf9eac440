/** What two people wrote differently, field by field, for a person to choose. Nothing is chosen beforehand. */
import { useId, useState } from 'preact/hooks'
import { showInstant } from '#kernel/dates.ts'
import type { EditInHand } from '../edits.ts'
import { say, type Words } from '../language.ts'
import type { Told } from '../told.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FormBox } from './FormBox.tsx'

export type FieldWords = {
  readonly label: (field: string) => Words
  /** A value as it is read; an empty text is nothing. */
  readonly show: (field: string, value: unknown) => string
}

type Props<O> = {
  readonly of: Pick<EditInHand<never, O>, 'touching' | 'decide' | 'pending' | 'clear'>
  /** What it is about and where: "Lê Văn Bé, hộ Lò Thị Yên, Thôn 1". */
  readonly about: string
  readonly words: FieldWords
  readonly onDone: (answer: O) => void
  /** Whose values stand side by side: of two people, or of two windows of one person. */
  readonly between?: 'people' | 'windows'
}

const sayings = {
  people: {
    title: { vi: 'Hai người cùng sửa', en: 'Two people changed the same' },
    told: {
      vi: '{about}. Trong lúc bạn sửa, người khác đã ghi khác bạn. Hãy chọn giá trị đúng; mục bạn sửa mà không ai đụng tới sẽ được ghi cùng.',
      en: '{about}. Somebody else recorded other values meanwhile. Choose which is right; what else you changed is recorded with it.',
    },
    mine: { vi: 'bạn vừa nhập', en: 'what you typed' },
    deed: { vi: 'Ghi theo lựa chọn', en: 'Record the choice' },
    later: { vi: 'Xem lại những gì tôi nhập', en: 'Back to what I typed' },
  },
  windows: {
    title: { vi: 'Hai cửa sổ nhập khác nhau', en: 'Two windows differ' },
    told: {
      vi: '{about}Bản nháp này mở ở hai cửa sổ và được nhập khác nhau. Hãy chọn giá trị đúng; những mục còn lại đã gộp.',
      en: '{about}This draft is open in two windows that say different things. Choose which is right; the rest is together already.',
    },
    mine: { vi: 'nhập ở cửa sổ này', en: 'typed in this window' },
    deed: { vi: 'Giữ theo lựa chọn', en: 'Keep the choice' },
    later: { vi: 'Để sau, giữ cả hai', en: 'Later, keep both' },
  },
} as const

/** Beside the form whose edit it is, never within it: it is a form of its own. Nothing while nothing touches. */
export const Decide = <O,>(props: Props<O>) => (props.of.touching.length > 0 ? <Choosing {...props} /> : null)

function Choosing<O>({ of, about, words, onDone, between = 'people' }: Props<O>) {
  const sentences = sayings[between]
  const { touching, pending } = of
  const onClose = of.clear
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const open = touching.filter(({ field }) => !chosen.has(field)).length
  const whyNot = open > 0 ? { vi: `Còn ${open} mục chưa chọn.`, en: `${open} fields are not chosen yet.` } : null
  const decide = async () => {
    if (whyNot || pending) return
    const answer = await of.decide(new Set([...chosen].flatMap(([field, mine]) => (mine ? [field] : []))))
    if (answer) onDone(answer)
  }
  return (
    <Dialog title={sentences.title} onClose={onClose}>
      <p>{say(sentences.told, { about: about && between === 'windows' ? `${about}. ` : about })}</p>
      <FormBox
        onSubmit={decide}
        actions={
          <>
            <Button look="primary" submit pending={pending} whyNot={whyNot}>
              {say(sentences.deed)}
            </Button>
            <Button onClick={onClose}>{say(sentences.later)}</Button>
          </>
        }
      >
        {touching.map((one) => (
          <Pair
            key={one.field}
            of={one}
            words={words}
            between={between}
            chosen={chosen.get(one.field)}
            onChoose={(mine) => setChosen(new Map(chosen).set(one.field, mine))}
          />
        ))}
      </FormBox>
    </Dialog>
  )
}

type PairProps = {
  readonly between: 'people' | 'windows'
  readonly of: Told
  readonly words: FieldWords
  readonly chosen: boolean | undefined
  readonly onChoose: (mine: boolean) => void
}

/** A name, or a sentence in both languages. */
const inWords = (told: unknown): string =>
  typeof told === 'object' && told !== null ? say(told as Words) : String(told ?? '')

function Pair({ of, between, words, chosen, onChoose }: PairProps) {
  const name = useId()
  const value = (side: 'yours' | 'theirs') => {
    const shown = of.said ? inWords(of.said[side]) : words.show(of.field, of[side])
    return shown || say({ vi: '(để trống)', en: '(empty)' })
  }
  const recorded = between === 'windows' ? typedThere(of) : recordedBy(of)
  const sides = [
    { mine: false, value: value('theirs'), hint: recorded },
    { mine: true, value: value('yours'), hint: say(sayings[between].mine) },
  ]
  return (
    <fieldset class="field">
      <legend>{say(words.label(of.field))}</legend>
      <div class="pair">
        {sides.map((side) => (
          <label key={String(side.mine)} class="choice">
            <input type="radio" name={name} checked={chosen === side.mine} onChange={() => onChoose(side.mine)} />
            <span>
              {side.value}
              <small class="hint">{side.hint}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const typedThere = ({ at }: Told): string =>
  say({ vi: 'nhập ở cửa sổ kia lúc {at}', en: 'typed in the other window at {at}' }, { at: at ? showInstant(at) : '' })

function recordedBy(of: Told): string {
  const who = of.by || say({ vi: 'người khác', en: 'somebody else' })
  const by = of.where ? `${who} (${say(of.where)})` : who
  return of.at
    ? say({ vi: '{by} ghi lúc {at}', en: 'recorded by {by} at {at}' }, { by, at: showInstant(of.at) })
    : say({ vi: '{by} ghi', en: 'recorded by {by}' }, { by })
}

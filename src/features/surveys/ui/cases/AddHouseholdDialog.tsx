/** Households that asked to be reviewed, many at once: by number or name, from a pasted list, or a whole village. */
import { useRef, useState } from 'preact/hooks'
import type { LeftOut } from '#features/households/model/views.ts'
import { LeftOuts, leftIn } from '#features/households/ui/LeftOuts.tsx'
import type { Found } from '#features/rounds/adding/model.ts'
import { addManyToList } from '#features/rounds/adding/ui/calls.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { FoundList } from './FoundList.tsx'
import { type Sought, useFound, type Way } from './useFound.ts'

type Props = { readonly of: RoundAnswer; readonly onClose: () => void }
type Chosen = ReadonlyMap<HouseholdId, Found>
type Done = { readonly added: number; readonly left: readonly LeftOut[] }

const nothing: Sought = { way: 'words', q: '', pasted: '', villageId: null }
const none: Chosen = new Map()

export function AddHouseholdDialog({ of, onClose }: Props) {
  const { roundId } = of.round
  const draft = useDraft('rounds.add', roundId)
  const [sought, setSought] = useTyped(draft, 'sought', nothing)
  const [chosen, setChosen] = useTyped<Chosen>(draft, 'chosen', none)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const [done, setDone] = useState<Done | null>(null)
  const [asked, setAsked] = useState(0)
  const found = useFound(roundId, sought, asked)
  const adding = useChange(addManyToList, { draft })
  const box = useRef<HTMLDivElement>(null)
  const doubtful = [...chosen.values()].some((one) => one.why?.withReason)
  const whyNot = chosen.size > 0 ? null : { vi: 'Chọn ít nhất một hộ.', en: 'Choose at least one household.' }
  const add = async () => {
    if (whyNot) return
    const reason = because.trim()
    const answer = await adding.run({ roundId, householdIds: [...chosen.keys()], ...(reason && { because: reason }) })
    if (!answer) return
    setDone(answer)
    setChosen(new Map())
    setBecause('')
    setAsked(asked + 1)
    toSearch(box.current)
  }
  return (
    <Dialog title={{ vi: 'Thêm hộ có giấy đề nghị', en: 'Add households by request' }} onClose={onClose}>
      <Form
        onSubmit={() => void add()}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {chosen.size > 1
              ? say({ vi: 'Thêm {n} hộ', en: 'Add {n} households' }, { n: showNumber(chosen.size) })
              : say({ vi: 'Thêm vào danh sách', en: 'Add to the list' })}
          </Button>
        }
      >
        <div ref={box} class="form-body">
          <SoughtFields
            of={of}
            sought={sought}
            onChange={(next) => {
              setSought(next)
              setDone(null)
              adding.clear()
            }}
          />
        </div>
        <ProblemNote of={found.problem} />
        {found.data && (
          <Answer found={found.data} allAtOnce={sought.way !== 'words'} chosen={chosen} onChange={setChosen} />
        )}
        <ChosenElsewhere
          shown={found.data?.households ?? []}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next)
            toSearch(box.current)
          }}
        />
        {(doubtful || because) && (
          <TextField
            label={{
              vi: 'Lý do vẫn thêm hộ đã có ở kỳ hoặc quyết định khác',
              en: 'Why those in another round or decision too',
            }}
            hint={{
              vi: 'Không ghi thì những hộ này không được thêm.',
              en: 'Without it these are left out.',
            }}
            lines={2}
            maxLength={500}
            value={because}
            onChange={setBecause}
          />
        )}
        <LeftOuts {...notAdded} of={leftIn(adding.problem?.facts.left)} />
        {done && <DoneNote of={done} />}
      </Form>
    </Dialog>
  )
}

/** Where the next household is sought: what had the focus is done, or gone from the screen. What stands there is typed over. */
function toSearch(box: HTMLElement | null): void {
  const field = [...(box?.querySelectorAll<HTMLElement>('input, textarea, select') ?? [])].at(-1)
  field?.focus()
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select()
}

const ways: readonly { value: Way; label: { vi: string; en: string } }[] = [
  { value: 'words', label: { vi: 'Tìm theo số hộ hoặc tên', en: 'By number or name' } },
  { value: 'numbers', label: { vi: 'Dán nhiều số hộ', en: 'Paste many numbers' } },
  { value: 'village', label: { vi: 'Cả thôn, hộ chưa có', en: 'A whole village' } },
]

type FieldsProps = { of: RoundAnswer; sought: Sought; onChange: (sought: Sought) => void }

function SoughtFields({ of, sought, onChange }: FieldsProps) {
  return (
    <>
      <ChoiceField<Way>
        label={{ vi: 'Cách tìm', en: 'How to find them' }}
        required
        as="select"
        choices={ways}
        value={sought.way}
        onChange={(way) => onChange({ ...sought, way })}
      />
      {sought.way === 'words' && (
        <TextField
          label={{ vi: 'Số hộ, tên chủ hộ hoặc thành viên', en: 'Number, head or member' }}
          hint={{
            vi: 'Có dấu hay không dấu đều được. Hộ đúng số đã gõ đứng đầu.',
            en: 'With or without tone marks. The exact number comes first.',
          }}
          required
          type="search"
          maxLength={100}
          value={sought.q}
          onChange={(q) => onChange({ ...sought, q })}
        />
      )}
      {sought.way === 'numbers' && (
        <TextField
          label={{ vi: 'Các số hộ', en: 'The numbers' }}
          hint={{
            vi: 'Mỗi dòng một số hộ, hoặc cách nhau bằng dấu phẩy, dấu cách. Nhiều nhất 500 số.',
            en: 'One a line, or apart by commas or blanks. 500 at most.',
          }}
          required
          lines={5}
          maxLength={20_000}
          value={sought.pasted}
          onChange={(pasted) => onChange({ ...sought, pasted })}
        />
      )}
      {sought.way === 'village' && (
        <ChoiceField<AreaId>
          label={{ vi: 'Thôn', en: 'Village' }}
          required
          as="select"
          choices={of.villages
            .filter(({ nowIn }) => nowIn === null)
            .map((one) => ({ value: one.villageId, label: one.name }))}
          value={sought.villageId}
          onChange={(villageId) => onChange({ ...sought, villageId })}
        />
      )}
    </>
  )
}

type AnswerProps = {
  readonly found: NonNullable<ReturnType<typeof useFound>['data']>
  readonly allAtOnce: boolean
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

function Answer({ found, allAtOnce, chosen, onChange }: AnswerProps) {
  const { households, missing, more } = found
  return (
    <>
      {missing.length > 0 && (
        <p class="notice waits" role="status">
          {say(
            { vi: 'Không có hộ nào mang số: {numbers}.', en: 'No household has the number: {numbers}.' },
            { numbers: missing.join(', ') },
          )}
        </p>
      )}
      {households.length === 0 && missing.length === 0 && (
        <p role="status">{say({ vi: 'Không thấy hộ nào.', en: 'No household found.' })}</p>
      )}
      {households.length > 0 && (
        <FoundList found={households} chosen={chosen} onChange={onChange} allAtOnce={allAtOnce} />
      )}
      {more && <p>{say({ vi: 'Còn hộ khác. Gõ thêm chữ để thu hẹp.', en: 'There are more. Type more letters.' })}</p>}
    </>
  )
}

/** Chosen before and not among what is shown now: they stay chosen, and are said. */
function ChosenElsewhere({
  shown,
  chosen,
  onChange,
}: {
  shown: readonly Found[]
  chosen: Chosen
  onChange: AnswerProps['onChange']
}) {
  const others = [...chosen.values()].filter((one) => !shown.some((row) => row.householdId === one.householdId))
  if (others.length === 0) return null
  return (
    <>
      <p>{say({ vi: 'Đã chọn từ trước:', en: 'Chosen before:' })}</p>
      <FoundList found={others} chosen={chosen} onChange={onChange} />
    </>
  )
}

const DoneNote = ({ of }: { of: Done }) => (
  <div class="notice done" role="status">
    <p>{say({ vi: 'Đã thêm {n} hộ.', en: '{n} households added.' }, { n: showNumber(of.added) })}</p>
    <LeftOuts {...notAdded} of={of.left} />
  </div>
)

const notAdded = {
  title: { vi: 'Chưa thêm được:', en: 'Not added:' },
  again: { vi: 'Muốn vẫn thêm thì ghi lý do.', en: 'Give a reason to add it all the same.' },
}

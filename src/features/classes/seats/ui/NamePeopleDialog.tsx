/** A unit names people of its own for a class; who holds the class adds people of their own unit. */
import type { AreaId, ClassSeatId, OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { addPeople, listCandidates, namePeople } from './calls.ts'
import { candidateTold, findCandidates, type Somebody } from './seat.ts'

type Unit = { readonly areaId: AreaId; readonly areaName: string }
type Props = {
  readonly of: Pick<ClassAnswer, 'trainingClassId' | 'title'>
  /** Whose people; of several one is chosen. */
  readonly units: readonly Unit[]
  /** Whether they come into the class without an approval. */
  readonly adds?: boolean
  readonly onClose: () => void
}

export function NamePeopleDialog({ of: { trainingClassId, title }, units, adds = false, onClose }: Props) {
  const drafts = { name: useDraft('seats.name', trainingClassId), add: useDraft('seats.add', trainingClassId) }
  const draft = adds ? drafts.add : drafts.name
  const [areaId, setAreaId] = useTyped<AreaId | null>(
    draft,
    'areaId',
    units.length === 1 ? (units[0]?.areaId ?? null) : null,
  )
  const [people, setPeople] = useTyped<readonly Somebody[]>(draft, 'people', [])
  const naming = useChange(namePeople, { draft })
  const adding = useChange(addPeople, { draft })
  const doing = adds ? adding : naming
  const first = useRead(listCandidates, areaId ? { trainingClassId, areaId } : null)
  const likely = (first.data?.rows ?? []).filter(({ state, planned, wished }) => state === null && (planned || wished))
  const put = (officialId: OfficialId, name: string) => {
    if (!people.some((one) => one.officialId === officialId))
      setPeople([...people, { officialId, name, classSeatId: newId<'class_seat'>() as ClassSeatId }])
  }
  const choose = (chosen: readonly OfficialId[]) => {
    const kept = people.filter(({ officialId }) => chosen.includes(officialId))
    const more = likely.filter(
      ({ officialId }) => chosen.includes(officialId) && !kept.some((one) => one.officialId === officialId),
    )
    setPeople([
      ...kept,
      ...more.map(({ officialId, name }) => ({ officialId, name, classSeatId: newId<'class_seat'>() as ClassSeatId })),
    ])
  }
  const ready = areaId !== null && people.length > 0
  const send = async () => {
    if (!ready) return
    const named = people.map(({ classSeatId, officialId }) => ({ classSeatId, officialId }))
    const done = adds
      ? await adding.run({ trainingClassId, people: named })
      : await naming.run({ trainingClassId, areaId, people: named })
    if (done) onClose()
  }
  const choices = [
    ...likely.map((one) => ({ value: one.officialId, label: one.name, hint: candidateTold(one) })),
    ...people
      .filter(({ officialId }) => !likely.some((one) => one.officialId === officialId))
      .map(({ officialId, name }) => ({ value: officialId, label: name, hint: '' })),
  ].map(({ value, label, hint }) => ({
    ...{ value, label: { vi: label, en: label } },
    ...(hint && { hint: { vi: hint, en: hint } }),
  }))
  return (
    <Dialog
      title={
        adds
          ? { vi: 'Thêm người của đơn vị', en: 'Add people of the unit' }
          : { vi: 'Cử người đi học', en: 'Name people' }
      }
      onClose={onClose}
    >
      <p>{title}</p>
      <Form
        onSubmit={send}
        draft={draft}
        problem={doing.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={doing.pending}
            whyNot={ready ? null : { vi: 'Chọn ít nhất một người.', en: 'Choose somebody.' }}
          >
            {adds ? say({ vi: 'Thêm vào lớp', en: 'Add' }) : say({ vi: 'Cử đi học', en: 'Name them' })}
          </Button>
        }
      >
        {units.length > 1 && (
          <ChoiceField<AreaId>
            at="areaId"
            as="select"
            label={{ vi: 'Đơn vị cử', en: 'Unit' }}
            required
            choices={units.map(({ areaId: value, areaName }) => ({ value, label: { vi: areaName, en: areaName } }))}
            value={areaId}
            onChange={(unit) => {
              setAreaId(unit)
              setPeople([])
            }}
          />
        )}
        {areaId && (
          <Picker<OfficialId>
            at="people"
            label={{ vi: 'Thêm người', en: 'Somebody' }}
            hint={{
              vi: 'Gõ tên người của đơn vị trong sổ cán bộ, rồi chọn từng người.',
              en: 'Type a name of somebody of the unit, and choose.',
            }}
            required={people.length === 0}
            plain
            chosen={null}
            load={(q, signal) => findCandidates({ trainingClassId, areaId }, q, signal)}
            onChoose={({ value, label, detail }) => put(value, detail ? `${label} (${detail})` : label)}
          />
        )}
        {choices.length > 0 && (
          <ChoicesField<OfficialId>
            plain
            label={{ vi: 'Người được cử', en: 'Who is named' }}
            hint={{
              vi: 'Đứng đầu là người có trong kế hoạch hoặc nhu cầu chuyên đề này; người trùng giờ lớp khác đứng cuối, muốn cử thì rút họ khỏi lớp kia trước.',
              en: 'First whom the plan names, or who needs the topic; last who is in another class then: withdraw them from it first.',
            }}
            choices={choices}
            values={people.map(({ officialId }) => officialId)}
            onChange={choose}
          />
        )}
        <p class="quiet">
          {adds
            ? say({
                vi: 'Còn chỗ thì có chỗ ngay, hết chỗ thì chờ.',
                en: 'They have a seat at once where there is one, else they wait.',
              })
            : say({
                vi: 'Lãnh đạo đơn vị duyệt rồi mới có chỗ.',
                en: 'They have a seat once the leader of the unit approves.',
              })}
        </p>
      </Form>
    </Dialog>
  )
}

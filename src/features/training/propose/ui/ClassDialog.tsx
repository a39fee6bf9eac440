import type { AreaId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { closedAmong, daysSaid, readWeeks, weeksSaid } from '../../plan/rules/weeks.ts'
import { kmSaid } from '../columns.ts'
import type { ClassOf } from '../model.ts'
import { isReadable, type ProposalAnswer, type TypedClass, weeksFault } from './proposal.ts'

type Props = {
  readonly of: ClassOf
  /** How far its people go to where it is held now. */
  readonly travel: Pick<ClassOf, 'km' | 'wayless'>
  readonly year: number
  readonly places: ProposalAnswer['places']
  readonly closed: ProposalAnswer['closed']
  /** How many the province lets into a class; null where it lays nothing down. */
  readonly largest: number | null
  readonly typed: TypedClass
  /** Null: as it was proposed. */
  readonly onChange: (next: TypedClass | null) => void
  readonly onClose: () => void
}

function travelSaid(travel: Props['travel']) {
  const said = kmSaid(travel)
  return typeof said === 'number'
    ? { vi: `Người xa nhất đi ${said} km`, en: `The furthest travels ${said} km` }
    : { vi: `Xa nhất (km): ${said.vi}`, en: `Furthest (km): ${said.en}` }
}

const halfTyped = { vi: 'Cần tuần và số người.', en: 'Weeks and people are needed.' }

/** A class changed before it is taken into a plan: where, when, how many. It is kept with the form that takes it. */
export function ClassDialog({ of, travel, year, places, closed, largest, typed, onChange, onClose }: Props) {
  const put = (part: Partial<TypedClass>) => onChange({ ...typed, ...part })
  const weeks = readWeeks(typed.weeks)
  const days = weeks && weeks.length > 0 ? daysSaid(year, weeks) : weeksSaid(of.weeks)
  return (
    <Dialog title={{ vi: `Sửa lớp ${of.number}`, en: `Change class ${of.number}` }} onClose={onClose}>
      <p>{`${of.code}. ${of.title}`}</p>
      <ChoiceField<AreaId>
        as="select"
        label={{ vi: 'Mở ở', en: 'Where' }}
        hint={travelSaid(travel)}
        required
        choices={places.map(({ areaId: value, name }) => ({ value, label: name }))}
        value={typed.placeId}
        onChange={(placeId) => put({ placeId })}
      />
      <TextField
        label={{ vi: 'Tuần', en: 'Weeks' }}
        hint={{ vi: `Từ thứ hai đến chủ nhật: ${days}`, en: `Monday to Sunday: ${days}` }}
        required
        maxLength={100}
        fault={weeksFault(typed.weeks)}
        value={typed.weeks}
        onChange={(next) => put({ weeks: next })}
      />
      {closedAmong(closed, weeks ?? []).map(({ weeks: held, what }) => (
        <Notice key={what.vi} look="waits">
          {say(
            {
              vi: 'Tuần {weeks} vào thời gian tỉnh không mở lớp ({what}).',
              en: 'Weeks {weeks} are without classes in the province ({what}).',
            },
            { weeks: weeksSaid(held), what: say(what) },
          )}
        </Notice>
      ))}
      <NumberField
        label={{ vi: 'Số người', en: 'People' }}
        hint={{
          vi: `Đề xuất ${of.people}. Bớt thì người đến lượt sau cùng chưa có chỗ; thêm thì chỗ thêm chưa có tên.`,
          en: `${of.people} were proposed. With fewer the last to have a turn get no seat; further seats bear no name.`,
        }}
        required
        min={1}
        max={1000}
        value={typed.people}
        onChange={(people) => put({ people })}
      />
      {largest !== null && typed.people !== null && typed.people > largest && (
        <Notice look="waits">
          {say(
            {
              vi: 'Tỉnh đặt ra mỗi lớp không quá {largest} người: lớp này không đưa vào kế hoạch được.',
              en: 'The province lets {largest} {largest:person|people} into a class: this class cannot go into a plan.',
            },
            { largest: showNumber(largest) },
          )}
        </Notice>
      )}
      <p class="form-actions">
        <Button look="primary" whyNot={isReadable(typed) ? null : halfTyped} onClick={onClose}>
          {say({ vi: 'Xong', en: 'Done' })}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            onChange(null)
            onClose()
          }}
        >
          {say({ vi: 'Trả về như đề xuất', en: 'As it was proposed' })}
        </Button>
      </p>
    </Dialog>
  )
}

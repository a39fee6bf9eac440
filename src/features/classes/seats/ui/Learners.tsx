/** Who learns in a class: how many each unit sends, who was named, who waits, who has a seat; and what is to be done. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type BulkAction, listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { language, say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { noPost, quotaColumns, seatColumns } from '../columns.ts'
import { type ClassQuota, type ClassSeat, type SeatDeed, type SeatState, seatDeeds, seatStates } from '../model.ts'
import { classCalendar, letterDocx, letterPdf, listSeats, quotasFile, seatsFile, sheetFile } from './calls.ts'
import { NamePeopleDialog } from './NamePeopleDialog.tsx'
import { QuotasDialog } from './QuotasDialog.tsx'
import { AnswerOfferDialog, ApproveDialog, OfferDialog, RefuseDialog, WithdrawDialog } from './SeatDialogs.tsx'
import { SubstituteDialog } from './SubstituteDialog.tsx'
import type { SeatsAnswer } from './seat.ts'

const title = { vi: 'Học viên', en: 'Learners' }
/** `left`: who was chosen with them, and with whom it cannot be done. */
type Doing = { readonly deed: SeatDeed; readonly rows: readonly ClassSeat[]; readonly left: readonly ClassSeat[] }

export function Learners({ of }: { of: ClassAnswer }) {
  const [state] = useFilter('hv-tinh-trang')
  const [from] = useFilter('hv-don-vi')
  const { trainingClassId } = of
  const asked = {
    trainingClassId,
    ...(state && { state: state as SeatState }),
    ...(from && { fromId: from as AreaId }),
  }
  const read = useRead(listSeats, asked)
  return (
    <Section title={title}>
      <Reading of={read} rows={4}>
        {(seats) => <Seats of={of} seats={seats} asked={asked} />}
      </Reading>
    </Section>
  )
}

type Asked = {
  readonly trainingClassId: ClassAnswer['trainingClassId']
  readonly state?: SeatState
  readonly fromId?: AreaId
}
type Props = { readonly of: ClassAnswer; readonly seats: SeatsAnswer; readonly asked: Asked }

function Seats({ of, seats, asked }: Props) {
  const { trainingClassId } = of
  const [doing, setDoing] = useState<Doing | null>(null)
  const [opened, setOpened] = useState<'quotas' | 'name' | 'add' | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const close = () => {
    setDoing(null)
    setOpened(null)
    setChosen(new Set())
  }
  const many = (['approve', 'refuse', 'offer'] as const).filter((deed) =>
    seats.rows.some(({ can }) => can.includes(deed)),
  )
  const actions = many.map((deed): BulkAction => {
    const rows = seats.rows.filter(({ classSeatId }) => chosen.has(classSeatId))
    const able = rows.filter(({ can }) => can.includes(deed))
    return {
      label: seatDeeds[deed],
      whyNot:
        able.length > 0
          ? null
          : { vi: 'Không ai trong số đã chọn làm việc này được.', en: 'It can be done with none of them.' },
      run: () => setDoing({ deed, rows: able, left: rows.filter(({ can }) => !can.includes(deed)) }),
    }
  })
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: ClassSeat) =>
      row.can.map((deed) => (
        <Button key={deed} look="quiet" onClick={() => setDoing({ deed, rows: [row], left: [] })}>
          {say(seatDeeds[deed])}
          <span class="only-heard"> {row.name}</span>
        </Button>
      )),
  }
  const writes = seats.rows.some(({ can }) => can.length > 0)
  const [one] = doing?.rows ?? []
  return (
    <>
      <p>
        {say(
          {
            vi: '{taken} / {seats} chỗ đã có người, còn trống {free}.',
            en: '{taken} of {seats} seats are taken, {free} free.',
          },
          {
            taken: showNumber(seats.taken),
            seats: seats.seats === null ? '?' : showNumber(seats.seats),
            free: showNumber(seats.free),
          },
        )}
      </p>
      <div class="form-actions">
        {seats.mayName.length > 0 && (
          <Button look="primary" onClick={() => setOpened('name')}>
            {say({ vi: 'Cử người đi học', en: 'Name people' })}
          </Button>
        )}
        {seats.can.includes('add') && (
          <Button onClick={() => setOpened('add')}>
            {say({ vi: 'Thêm người của đơn vị', en: 'Add people of the unit' })}
          </Button>
        )}
        {seats.can.includes('quotas') && (
          <Button onClick={() => setOpened('quotas')}>
            {say({ vi: 'Số người mỗi đơn vị', en: 'Seats of units' })}
          </Button>
        )}
        {of.sessionList.length > 0 && (
          <LinkButton download href={href(classCalendar, { trainingClassId })}>
            {say({ vi: 'Tệp lịch', en: 'Calendar file' })}
          </LinkButton>
        )}
        {seats.rows.some(({ state }) => state === 'enrolled') && (
          <LinkButton href={href(sheetFile, { trainingClassId, as: 'pdf', language: language.value })}>
            {say({ vi: 'In danh sách ký tên', en: 'Print the sheet to sign' })}
          </LinkButton>
        )}
        {seats.rows.some(({ state }) => state === 'enrolled') && (
          <>
            <LinkButton download href={href(letterPdf, { trainingClassId })}>
              {say({ vi: 'Giấy mời (PDF)', en: 'Letters (PDF)' })}
            </LinkButton>
            <LinkButton download href={href(letterDocx, { trainingClassId })}>
              {say({ vi: 'Giấy mời (Word)', en: 'Letters (Word)' })}
            </LinkButton>
          </>
        )}
      </div>
      {seats.quotas.length > 0 && <Quotas of={seats.quotas} trainingClassId={trainingClassId} />}
      <Listing<ClassSeat>
        name="class-seats"
        pageName="trang-hoc-vien"
        caption={title}
        rows={seats.rows}
        rowKey={(row) => row.classSeatId}
        selection={
          actions.length > 0
            ? { chosen, onChange: setChosen, actions, mayChoose: ({ can }) => many.some((deed) => can.includes(deed)) }
            : undefined
        }
        file={listAs(seatsFile, asked)}
        filters={
          <>
            <FilterChoice
              name="hv-tinh-trang"
              label={{ vi: 'Tình trạng', en: 'State' }}
              choices={choicesOf(seatStates)}
            />
            {seats.quotas.length > 1 && (
              <FilterChoice
                name="hv-don-vi"
                label={{ vi: 'Đơn vị cử', en: 'Sent by' }}
                choices={seats.quotas.map(({ areaId: value, areaName: label }) => ({ value, label }))}
              />
            )}
          </>
        }
        columns={[...shown(seatColumns, { posts: postsOf }), ...(writes ? [acts] : [])]}
        empty={
          <Empty
            title={
              asked.state || asked.fromId
                ? { vi: 'Không có ai như đang lọc.', en: 'Nobody is so.' }
                : { vi: 'Chưa có ai trong danh sách.', en: 'Nobody is in the list yet.' }
            }
          />
        }
      />
      {opened === 'quotas' && <QuotasDialog of={of} quotas={seats.quotas} onClose={close} />}
      {opened === 'name' && <NamePeopleDialog of={of} units={seats.mayName} onClose={close} />}
      {opened === 'add' && <NamePeopleDialog of={of} units={[of]} adds onClose={close} />}
      {doing?.deed === 'approve' && (
        <ApproveDialog trainingClassId={trainingClassId} of={doing.rows} left={doing.left} onClose={close} />
      )}
      {doing?.deed === 'refuse' && (
        <RefuseDialog trainingClassId={trainingClassId} of={doing.rows} left={doing.left} onClose={close} />
      )}
      {doing?.deed === 'offer' && (
        <OfferDialog
          trainingClassId={trainingClassId}
          of={doing.rows}
          left={doing.left}
          quotas={seats.quotas}
          firstDay={of.sessionList[0]?.day ?? null}
          onClose={close}
        />
      )}
      {doing?.deed === 'answer' && one && <AnswerOfferDialog of={one} onClose={close} />}
      {doing?.deed === 'withdraw' && one && <WithdrawDialog of={one} onClose={close} />}
      {doing?.deed === 'substitute' && one && (
        <SubstituteDialog trainingClassId={trainingClassId} of={one} onClose={close} />
      )}
    </>
  )
}

/** Each post in its own line. */
const postsOf = ({ posts }: ClassSeat) =>
  posts ? (
    <ul class="plain-list">
      {say(posts)
        .split('; ')
        .map((post) => (
          <li key={post}>{post}</li>
        ))}
    </ul>
  ) : (
    say(noPost)
  )

type QuotasProps = Pick<Asked, 'trainingClassId'> & { readonly of: readonly ClassQuota[] }
const Quotas = ({ of, trainingClassId }: QuotasProps) => (
  <details open={of.length <= 10}>
    <summary>
      {say({ vi: 'Số người mỗi đơn vị: {n} đơn vị', en: 'Seats of units: {n}' }, { n: showNumber(of.length) })}
    </summary>
    <Listing<ClassQuota>
      name="class-quotas"
      pageName="trang-suat"
      caption={{ vi: 'Số người mỗi đơn vị', en: 'Seats of units' }}
      rows={of}
      rowKey={(row) => row.areaId}
      file={listAs(quotasFile, { trainingClassId })}
      columns={shown(quotaColumns)}
      empty={null}
    />
  </details>
)

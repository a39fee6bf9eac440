import { useState } from 'preact/hooks'
import { stepCase } from '#features/rounds/rules/cases.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { AssignDialog } from '#features/rounds/ui/assigning/AssignDialog.tsx'
import { notOffered } from '#features/rounds/ui/sayings.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import type { BulkAction, ListFile } from '#platform/web/kit/listingProps.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import type * as surveys from '../../list/contract.ts'
import type { CaseRow } from '../../model.ts'
import { AskAgainDialog } from '../../unsurveyed/ui/AskAgainDialog.tsx'
import { RecordDialog } from '../../unsurveyed/ui/RecordDialog.tsx'
import { WhyDialog, type WhyOf } from '../verdict/WhyDialog.tsx'
import { caseColumns } from './caseColumns.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

type Props = {
  readonly data: OutputOf<typeof surveys.listCases>
  readonly round: RoundAnswer | null
  readonly filtered: boolean
  readonly file: ListFile
  readonly href: (row: CaseRow) => string
}
type Open =
  | { deed: 'assign' | 'remove' | 'leave' | 'back'; rows: readonly CaseRow[] }
  | { deed: 'why'; of: WhyOf }
  | null

export function CaseList({ data, round, filtered, file, href }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Open>(null)
  const rowsOf = (keys: readonly string[]) => data.cases.filter((row) => keys.includes(row.caseId))
  const rows = rowsOf([...chosen])
  const close = () => setOpen(null)
  const done = () => {
    setOpen(null)
    setChosen(new Set())
  }
  const actions: BulkAction[] = [
    {
      label: { vi: 'Giao cho rà soát viên', en: 'Assign' },
      whyNot: !round || round.can.includes('assign') ? null : notOffered(round.round.state, 'assign'),
      run: (keys) => setOpen({ deed: 'assign', rows: rowsOf(keys) }),
    },
    {
      label: { vi: 'Bỏ khỏi danh sách', en: 'Take off the list' },
      whyNot: whyNotRemove(round, rows),
      run: (keys) => setOpen({ deed: 'remove', rows: rowsOf(keys) }),
    },
    {
      label: { vi: 'Ghi không khảo sát được', en: 'Not surveyed' },
      whyNot: whyNotLeave(round, rows),
      run: (keys) => setOpen({ deed: 'leave', rows: rowsOf(keys) }),
    },
    ...(data.cases.some(isOut)
      ? [
          {
            label: { vi: 'Đưa trở lại kỳ', en: 'Take back' },
            whyNot: whyNotBack(round, rows),
            run: (keys: readonly string[]) => setOpen({ deed: 'back', rows: rowsOf(keys) }),
          },
        ]
      : []),
  ]
  return (
    <>
      <Listing
        name="cases"
        caption={{ vi: 'Hộ của kỳ rà soát', en: 'Households of the round' }}
        columns={caseColumns({ round, onWhy: (of) => setOpen({ deed: 'why', of }) })}
        rows={data.cases}
        rowKey={(row) => row.caseId}
        href={href}
        total={data.total}
        file={file}
        {...(round && { selection: { chosen, onChange: setChosen, actions } })}
        empty={filtered ? <NoneFound /> : <NoneYet kind={round?.round.kind ?? 'annual'} />}
      />
      {open?.deed === 'assign' && round && (
        <AssignDialog roundId={round.round.roundId} what={{ households: open.rows }} onDone={done} onClose={close} />
      )}
      {open?.deed === 'remove' && round && (
        <RemoveDialog roundId={round.round.roundId} rows={open.rows} onDone={done} onClose={close} />
      )}
      {open?.deed === 'leave' && round && (
        <RecordDialog roundId={round.round.roundId} rows={open.rows} onDone={done} onClose={close} />
      )}
      {open?.deed === 'back' && round && (
        <AskAgainDialog roundId={round.round.roundId} rows={open.rows} onDone={done} onClose={close} />
      )}
      {open?.deed === 'why' && <WhyDialog of={open.of} onClose={close} />}
    </>
  )
}

const whyNotRemove = (round: RoundAnswer | null, rows: readonly CaseRow[]) => {
  if (!round) return null
  if (!round.can.includes('unlist')) return notOffered(round.round.state, 'unlist')
  return rows.every((row) => row.state === 'listed')
    ? null
    : { vi: 'Chỉ bỏ được hộ chưa giao cho ai.', en: 'Only households assigned to nobody can be taken off.' }
}

const isOut = ({ leftBecause }: CaseRow): boolean => leftBecause === 'not_surveyed'

const whyNotLeave = (round: RoundAnswer | null, rows: readonly CaseRow[]) => {
  if (!round) return null
  if (!round.can.includes('not_surveyed')) return notOffered(round.round.state, 'not_surveyed')
  return rows.every(({ state }) => stepCase(state, 'leave') !== null)
    ? null
    : { vi: 'Chỉ ghi được hộ chưa có phiếu, hoặc phiếu đã trả lại.', en: 'Only those without a survey, or returned.' }
}

const whyNotBack = (round: RoundAnswer | null, rows: readonly CaseRow[]) => {
  if (!round) return null
  if (!round.can.includes('not_surveyed')) return notOffered(round.round.state, 'not_surveyed')
  return rows.every(isOut)
    ? null
    : { vi: 'Chỉ hộ đã ghi không khảo sát được.', en: 'Only those recorded as not surveyed.' }
}

const NoneFound = () => (
  <Empty
    title={{ vi: 'Không có hộ nào theo bộ lọc này.', en: 'No household by this filter.' }}
    why={{ vi: 'Bỏ bớt điều kiện lọc để thấy thêm.', en: 'Loosen the filter to see more.' }}
  />
)

const listing = {
  annual: {
    vi: 'Ở trang của kỳ, lập danh sách từ hộ nghèo, hộ cận nghèo hiện có; ở đây thêm hộ có giấy đề nghị.',
    en: 'On the page of the round, draw it up from the present poor and near-poor; here add those who asked.',
  },
  ad_hoc: { vi: 'Thêm hộ có giấy đề nghị.', en: 'Add the households that asked.' },
} as const

const NoneYet = ({ kind }: { kind: keyof typeof listing }) => (
  <Empty title={{ vi: 'Danh sách còn trống.', en: 'The list is empty.' }} why={listing[kind]} />
)

/** Whom the last sending asked; where a unit has ended since, what came of it may be asked in its place. */
import type { TrainingPlanId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { askedColumns } from '../columns.ts'
import type { Asked, Sending, Unit } from '../model.ts'
import { askedFile, askUnit } from './calls.ts'
import type { CommentsAnswer } from './comment.ts'

type Props = { readonly trainingPlanId: TrainingPlanId; readonly data: CommentsAnswer }

export function AskedUnits({ trainingPlanId, data }: Props) {
  const [last] = data.sendings
  // Two that were merged have one heir, which is asked once.
  const first = new Map<string, string>()
  for (const { unitId: of, heirs } of data.asked)
    for (const { unitId } of heirs) if (!first.has(unitId)) first.set(unitId, of)
  const acts = {
    ...{ key: 'act', head: { vi: 'Việc', en: 'Act' }, act: true as const },
    cell: (row: Asked) =>
      last &&
      row.heirs
        .filter(({ unitId }) => first.get(unitId) === row.unitId)
        .map((unit) => <Ask key={unit.unitId} of={unit} planSendingId={last.planSendingId} />),
  }
  return (
    <Listing<Asked>
      name="plan-asked"
      pageName="trang-don-vi"
      caption={{ vi: 'Đơn vị được lấy ý kiến, lần gửi cuối', en: 'Units asked, the last time' }}
      rows={data.asked}
      rowKey={(row) => row.unitId}
      file={listAs(askedFile, { trainingPlanId })}
      columns={[...shown(askedColumns), ...(data.asked.some(({ heirs }) => heirs.length > 0) ? [acts] : [])]}
      empty={
        <Empty
          title={{ vi: 'Không có đơn vị nào.', en: 'No unit.' }}
          why={{ vi: 'Danh sách này chỉ hiện đơn vị bạn được giao.', en: 'Only units of yours are shown here.' }}
        />
      }
    />
  )
}

type AskProps = { readonly of: Unit; readonly planSendingId: Sending['planSendingId'] }

function Ask({ of: { unitId, unitName }, planSendingId }: AskProps) {
  const asking = useChange(askUnit)
  return (
    <>
      <Button look="quiet" pending={asking.pending} onClick={() => asking.run({ planSendingId, unitId })}>
        {say({ vi: 'Hỏi {unit}', en: 'Ask {unit}' }, { unit: unitName })}
      </Button>
      <ProblemNote of={asking.problem} />
    </>
  )
}

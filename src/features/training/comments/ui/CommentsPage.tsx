/** What waits about drafts of plans: those on which my unit owes a comment, and comments that my unit owes an answer. */
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { pathOf } from '../../plan/ui/plan.ts'
import { openColumns, owedColumns } from '../columns.ts'
import type { Open, Owed } from '../model.ts'
import { commentsOpen, commentsOwed, openFile, owedFile } from './calls.ts'

export default function CommentsPage() {
  const [comments, drafts] = [holds('training.comment'), holds('training.plan')]
  return (
    <Page title={{ vi: 'Góp ý kế hoạch đào tạo', en: 'Comments on plans' }}>
      {comments && <OwedList />}
      {drafts && <OpenList />}
      {!comments && !drafts && <NoPermission right="training.comment" />}
    </Page>
  )
}

const owedTitle = { vi: 'Kế hoạch chờ đơn vị tôi góp ý', en: 'Plans to comment on' }

function OwedList() {
  const [page] = usePageNumber()
  const to = useTo()
  const read = useRead(commentsOwed, { page })
  return (
    <Section title={owedTitle}>
      <Reading of={read} rows={4}>
        {({ rows, total }) => (
          <Listing<Owed>
            name="comments-owed"
            caption={owedTitle}
            rows={rows}
            rowKey={(row) => `${row.planSendingId} ${row.unitId}`}
            href={(row) => to(pathOf(row.trainingPlanId))}
            total={total}
            file={listAs(owedFile, {})}
            columns={shown(owedColumns)}
            empty={
              <Empty
                title={{ vi: 'Không có kế hoạch nào chờ góp ý.', en: 'No plan waits for a comment.' }}
                why={{
                  vi: 'Khi cấp trên gửi bản thảo lấy ý kiến đơn vị bạn, nó hiện ở đây.',
                  en: 'Drafts that a unit above sends to yours stand here.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Section>
  )
}

const openPage = 'trang-tra-loi'
const openTitle = { vi: 'Ý kiến chờ đơn vị tôi trả lời', en: 'Comments to answer' }

function OpenList() {
  const [page] = usePageNumber(openPage)
  const to = useTo()
  const read = useRead(commentsOpen, { page })
  return (
    <Section title={openTitle}>
      <Reading of={read} rows={4}>
        {({ rows, total }) => (
          <Listing<Open>
            name="comments-open"
            pageName={openPage}
            caption={openTitle}
            rows={rows}
            rowKey={(row) => row.planCommentId}
            href={(row) => to(pathOf(row.trainingPlanId))}
            total={total}
            file={listAs(openFile, {})}
            columns={shown(openColumns)}
            empty={
              <Empty
                title={{
                  vi: 'Không có ý kiến về bản thảo nào chờ trả lời.',
                  en: 'No comment on a draft waits for an answer.',
                }}
                why={{
                  vi: 'Ý kiến của cấp dưới về bản thảo của đơn vị bạn hiện ở đây đến khi được trả lời hoặc bản thảo được phê duyệt.',
                  en: 'Comments of units below on drafts of yours stand here until they are answered or the draft is approved.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Section>
  )
}

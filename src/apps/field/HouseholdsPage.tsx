import { Page } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { account } from '#platform/web/session.ts'

/** My households to survey. */
export default function HouseholdsPage() {
  return (
    <Page title={{ vi: 'Hộ của tôi', en: 'My households' }} state={account.value?.name}>
      <Empty
        title={{ vi: 'Chưa có hộ nào được giao cho bạn.', en: 'No household has been given to you yet.' }}
        why={{
          vi: 'Công chức xã giao hộ khi kỳ rà soát bắt đầu.',
          en: 'The commune official assigns households when a review round begins.',
        }}
      />
    </Page>
  )
}

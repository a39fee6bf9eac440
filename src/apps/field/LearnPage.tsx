import { Page } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'

/** Training is not there yet, and says so. */
export default function LearnPage() {
  return (
    <Page title={{ vi: 'Học', en: 'Learn' }}>
      <Empty
        title={{ vi: 'Phần đào tạo chưa có trong bản này.', en: 'Training is not in this version yet.' }}
        why={{
          vi: 'Vì vậy hệ thống chưa kiểm tra ai đã được tập huấn; công chức xã theo dõi việc này bên ngoài.',
          en: 'So nobody is checked for training here yet; the commune official follows it outside this system.',
        }}
      />
    </Page>
  )
}

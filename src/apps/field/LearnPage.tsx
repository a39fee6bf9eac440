import { MySeats } from '#features/training/due/ui/MySeats.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'

/** What I am to learn, and the way to ask for more; who was taught what is not kept yet, and it says so. */
export default function LearnPage() {
  return (
    <Page title={{ vi: 'Học', en: 'Learn' }}>
      <MySeats />
      <p>
        <a class="button" href="/nhu-cau-dao-tao/cua-toi">
          {say({ vi: 'Tôi đề nghị học', en: 'What I ask to learn' })}
        </a>
      </p>
      <p>
        {say({
          vi: 'Việc dự lớp, chứng nhận chưa có trong bản này; công chức xã theo dõi bên ngoài.',
          en: 'Attendance and certificates are not in this version yet; the commune official follows them outside this system.',
        })}
      </p>
    </Page>
  )
}

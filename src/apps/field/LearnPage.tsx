import { MySeats } from '#features/training/due/ui/MySeats.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'

/** They stand in the office, and need a line. */
const ways = [
  { path: '/diem-danh', label: { vi: 'Điểm danh', en: 'Check in' } },
  { path: '/lop-cua-toi', label: { vi: 'Lớp của tôi', en: 'My classes' } },
  { path: '/bai-kiem-tra', label: { vi: 'Bài kiểm tra của tôi', en: 'My tests' } },
  { path: '/chung-nhan/cua-toi', label: { vi: 'Chứng nhận của tôi', en: 'My credentials' } },
] as const

/** What I am to learn, the way to ask for more, and where I check in and find what I learnt. */
export default function LearnPage() {
  return (
    <Page title={{ vi: 'Học', en: 'Learn' }}>
      <MySeats />
      <p>
        <a class="button" href="/nhu-cau-dao-tao/cua-toi">
          {say({ vi: 'Tôi đề nghị học', en: 'What I ask to learn' })}
        </a>
      </p>
      <ul class="plain-list">
        {ways.map(({ path, label }) => (
          <li key={path}>
            <a class="button" href={path}>
              {say(label)}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

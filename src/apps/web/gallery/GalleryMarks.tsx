import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Stat } from '#platform/web/kit/Stat.tsx'
import { Steps } from '#platform/web/kit/Steps.tsx'
import { Empty, NoPermission, Skeleton } from '#platform/web/kit/states.tsx'
import { Tabs } from '#platform/web/kit/Tabs.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { WebProblem } from '#platform/web/problem.ts'

const refused = new WebProblem('gallery', 422, {
  vi: 'Tệp có 3 dòng trùng số CCCD (dòng 12, 40, 41). Chưa có gì được ghi. Sửa rồi tải lên lại.',
  en: 'The file repeats 3 citizen ids (lines 12, 40, 41). Nothing was written. Correct it and upload again.',
})

export const GalleryMarks = () => (
  <>
    <Crumbs of={[{ label: 'Phú Thọ', href: '/kit' }, { label: 'xã Tam Hồng', href: '/kit' }, { label: 'Thôn 4' }]} />
    <Section title="Nút">
      <div class="form-actions">
        <Button look="primary">Gửi danh sách</Button>
        <Button>Lưu nháp</Button>
        <Button look="quiet">Xem trước</Button>
        <Button look="danger">Thu hồi</Button>
        <Button look="primary" pending>
          Đang gửi
        </Button>
        <Button look="primary" whyNot="Còn 3 phiếu chưa kiểm tra.">
          Ký quyết định
        </Button>
      </div>
    </Section>
    <Section title="Nhãn">
      <div class="form-actions">
        <ClassMark of="poor" />
        <ClassMark of="near_poor" />
        <ClassMark of="average" />
        <ClassMark of="not_poor" />
        <ClassMark of={null} />
        <Badge>thường</Badge>
        <Badge look="waits">đang chờ</Badge>
        <Badge look="late">trễ 2 ngày</Badge>
        <Badge look="done">đã xong</Badge>
        <MarkNote mark="recalled" />
        <MarkNote mark="illustrative" />
      </div>
    </Section>
    <div class="stats">
      <Stat label="Hộ nghèo" value={96} href="/kit" note="2,1% của 4.571 hộ" />
      <Stat label="Phiếu chờ kiểm tra" value={1234} href="/kit" note="12 trên 14 thôn đã gửi" />
      <Stat label="Chưa tính" value="..." />
    </div>
    <ProblemNote of={refused} again={() => {}} />
    <Notice look="waits">Kỳ này dùng bảng điểm minh hoạ nên chưa ban hành được.</Notice>
    <WhyPanel open>Thiếu 3 trên 12 chỉ số; thu nhập 1.200.000 đ dưới chuẩn 1.500.000 đ.</WhyPanel>
    <Tabs
      label="Phần"
      tabs={[
        { key: 'a', label: 'Thành viên', count: 5 },
        { key: 'b', label: 'Kết quả' },
      ]}
    >
      {(key) => (
        <FactList
          of={[
            { label: 'Đang mở', value: key },
            { label: 'Chưa có', value: null },
          ]}
        />
      )}
    </Tabs>
    <Steps
      label="Quy trình"
      of={[
        { key: '1', label: 'Lập danh sách', state: 'done', note: '05/11/2026, Hùng' },
        { key: '2', label: 'Khảo sát', state: 'now' },
        {
          key: '3',
          label: 'Họp dân',
          state: 'on_paper',
          note: 'Chưa có trong phần mềm: làm trên giấy, ghi lại ở đây.',
        },
        { key: '4', label: 'Quyết định', state: 'later' },
      ]}
    />
    <Empty title="Chưa có hộ nào." why="Nhập danh sách để bắt đầu." />
    <NoPermission right="round.manage" />
    <Skeleton rows={3} />
  </>
)

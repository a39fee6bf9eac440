import { officialPanels } from '#features/people/roster/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { searchClasses } from '../list/ui/searchClasses.ts'
import { useClassWork } from '../seats/ui/useClassWork.ts'

const reads = { right: 'training.read' } as const

export const room: WebRoom = {
  pages: [
    page('/lop-hoc', { vi: 'Lớp học', en: 'Classes' }, () => import('../list/ui/ClassesPage.tsx'), {
      ...reads,
      nav: 'skills',
      under: 'classes',
      called: 'tập huấn, bồi dưỡng, khóa học, buổi học, lịch học, class, course',
    }),
    page('/lop-hoc/:trainingClassId', { vi: 'Lớp học', en: 'Class' }, () => import('../list/ui/ClassPage.tsx'), reads),
    page(
      '/cu-nguoi-di-hoc',
      { vi: 'Cử người đi học', en: 'Send people to classes' },
      () => import('../seats/ui/SendPage.tsx'),
      {
        ...reads,
        nav: 'skills',
        under: 'classes',
        called: 'ghi danh, duyệt người đi học, suất học, nominate, enrol',
      },
    ),
    page('/lop-cua-toi', { vi: 'Lớp của tôi', en: 'My classes' }, () => import('../seats/ui/MyClassesPage.tsx'), {
      called: 'lịch học của tôi, tôi học ở đâu, my classes',
    }),
    page(
      '/lop-hoc/:trainingClassId/buoi/:classSessionId',
      { vi: 'Điểm danh', en: 'Attendance' },
      () => import('../attendance/ui/SessionPage.tsx'),
      reads,
    ),
    page('/diem-danh', { vi: 'Điểm danh', en: 'Check in' }, () => import('../checkin/ui/CheckInPage.tsx'), {
      called: 'mã lớp học, buổi học hôm nay, check in',
    }),
    page(
      '/ma-diem-danh/:classSessionId',
      { vi: 'Mã điểm danh', en: 'Code' },
      () => import('../checkin/ui/CodePage.tsx'),
    ),
    page('/luot-hoc', { vi: 'Lượt học', en: 'Turns' }, () => import('../turns/ui/TurnsPage.tsx'), {
      ...reads,
      nav: 'skills',
      under: 'classes',
      called: 'lượt người, đã học, số liệu đào tạo, attended',
    }),
    page('/giang-vien', { vi: 'Giảng viên', en: 'Trainers' }, () => import('../trainers/ui/TrainersPage.tsx'), {
      ...reads,
      nav: 'skills',
      under: 'classes',
      called: 'người dạy, báo cáo viên, teacher',
    }),
    page(
      '/hoi-truong',
      { vi: 'Hội trường, phòng học', en: 'Halls and rooms' },
      () => import('../halls/ui/HallsPage.tsx'),
      { ...reads, nav: 'skills', under: 'classes', called: 'phòng họp, nhà văn hóa, sức chứa, capacity' },
    ),
  ],
  work: [useClassWork],
  search: [searchClasses],
  brings: [bring(officialPanels, () => import('../turns/ui/TurnsPanel.tsx'))],
}

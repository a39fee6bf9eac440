import { page, type WebRoom } from '#platform/web/room.ts'

const reads = { right: 'training.read' } as const

export const room: WebRoom = {
  pages: [
    page('/lop-hoc', { vi: 'Lớp học', en: 'Classes' }, () => import('../list/ui/ClassesPage.tsx'), {
      ...reads,
      nav: 'skills',
      called: 'tập huấn, bồi dưỡng, khóa học, buổi học, lịch học, class, course',
    }),
    page('/lop-hoc/:trainingClassId', { vi: 'Lớp học', en: 'Class' }, () => import('../list/ui/ClassPage.tsx'), reads),
    page('/giang-vien', { vi: 'Giảng viên', en: 'Trainers' }, () => import('../trainers/ui/TrainersPage.tsx'), {
      ...reads,
      nav: 'skills',
      called: 'người dạy, báo cáo viên, teacher',
    }),
    page(
      '/hoi-truong',
      { vi: 'Hội trường, phòng học', en: 'Halls and rooms' },
      () => import('../halls/ui/HallsPage.tsx'),
      { ...reads, nav: 'skills', called: 'phòng họp, nhà văn hóa, sức chứa, capacity' },
    ),
  ],
}

import { page, type WebRoom } from '#platform/web/room.ts'

const reads = { right: 'training.read' } as const

export const room: WebRoom = {
  pages: [
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

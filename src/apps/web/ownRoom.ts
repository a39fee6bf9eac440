/** The pages that belong to no room: the first one, and the kit in development. */
import { homeParts } from '#platform/web/home.ts'
import { page, type WebRoom } from '#platform/web/room.ts'

const gallery = import.meta.env.DEV
  ? [
      page('/kit', { vi: 'Bộ giao diện', en: 'The kit' }, () => import('./gallery/GalleryPage.tsx'), {
        right: 'public',
      }),
    ]
  : []

export const ownRoom: WebRoom = {
  pages: [
    page('/', { vi: 'Việc của tôi', en: 'My work' }, () => import('./Home.tsx'), { nav: 'home', places: [homeParts] }),
    ...gallery,
  ],
}

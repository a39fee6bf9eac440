import { page, type WebRoom } from '#platform/web/room.ts'
import { useCredentialWork } from '../issued/ui/useCredentialWork.ts'

const reads = { right: 'training.read' } as const

export const room: WebRoom = {
  work: [useCredentialWork],
  pages: [
    page(
      '/chung-nhan',
      { vi: 'Chứng nhận tập huấn', en: 'Credentials' },
      () => import('../issued/ui/CredentialsPage.tsx'),
      {
        ...reads,
        nav: 'skills',
        under: 'proof',
        called: 'giấy chứng nhận, chứng chỉ, hết hạn, gia hạn, thu hồi, certificate',
      },
    ),
    page(
      '/chung-nhan/dieu-kien',
      { vi: 'Điều kiện cấp chứng nhận', en: 'Rules of credentials' },
      () => import('../conditions/ui/RulesPage.tsx'),
      { ...reads, called: 'thời hạn chứng nhận, quy tắc cấp' },
    ),
    page(
      '/chung-nhan/gia-han',
      { vi: 'Quyết định gia hạn chứng nhận', en: 'Decisions that extend credentials' },
      () => import('../extensions/ui/ExtensionsPage.tsx'),
      reads,
    ),
    page(
      '/chung-nhan/kiem-tra',
      { vi: 'Kiểm tra chứng nhận khi giao việc', en: 'The gate to the survey' },
      () => import('../gate/ui/GatePage.tsx'),
      { ...reads, called: 'cổng khảo sát, giữ lại, nhắc' },
    ),
    page(
      '/chung-nhan/cua-toi',
      { vi: 'Chứng nhận của tôi', en: 'My credentials' },
      () => import('../issued/ui/MyCredentialsPage.tsx'),
      { called: 'giấy chứng nhận của tôi, my credential' },
    ),
    page(
      '/chung-nhan/:credentialId',
      { vi: 'Chứng nhận', en: 'Credential' },
      () => import('../issued/ui/CredentialPage.tsx'),
      reads,
    ),
  ],
}

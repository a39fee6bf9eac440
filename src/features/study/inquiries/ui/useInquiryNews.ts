import { useTo } from '#platform/web/address.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { inquiryNews } from './calls.ts'

/** On the home page: what I asked and was answered these days, and what waits for an answer of mine. */
export function useInquiryNews(): Worklist {
  const read = useRead(inquiryNews, holds('library.read') ? {} : null)
  const to = useTo()
  const { answered = 0, waiting = 0 } = read.data ?? {}
  return {
    work: [
      ...(waiting > 0
        ? [
            {
              ...{ key: 'inquiries to answer', group: 'skills' as const, state: 'waits' as const, count: waiting },
              label: { vi: 'Câu hỏi nghiệp vụ chờ trả lời', en: 'Questions to answer' },
              href: to('/hoi-dap', { 'tinh-trang': 'open', giao: 'mine' }),
            },
          ]
        : []),
      ...(answered > 0
        ? [
            {
              ...{ key: 'inquiries answered', group: 'skills' as const, state: 'changed' as const, count: answered },
              label: { vi: 'Câu hỏi nghiệp vụ của tôi mới được trả lời', en: 'My questions answered' },
              href: to('/hoi-dap/cua-toi', { 'tinh-trang': 'answered' }),
            },
          ]
        : []),
    ],
    loading: holds('library.read') && read.loading && read.data === null,
    problem: read.problem,
  }
}

/** What the pages and dialogs of attendance share. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Words } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import type { SessionStanding, Share } from '../model.ts'

export type SessionAnswer = OutputOf<typeof contract.sessionAttendance>
export type ClassAttendanceAnswer = OutputOf<typeof contract.classAttendance>
export const sessionPath = (classId: string, id: string) => `/lop-hoc/${classId}/buoi/${id}`

/** "đã chốt: 38 người", "chưa chốt, đếm 38, có mặt 36" */
export function standingSaid({ heads, closed, there, begun }: SessionStanding): Words {
  if (closed) return { vi: `Đã chốt: đếm ${heads}, có mặt ${there}`, en: `Closed: ${heads} heads, ${there} present` }
  if (heads !== null) return { vi: `Đã đếm ${heads}, có mặt ${there}`, en: `${heads} heads, ${there} present` }
  if (!begun && there === 0) return { vi: 'Chưa đến giờ', en: 'To come' }
  return { vi: `Chưa chốt, có mặt ${there}`, en: `Open, ${there} present` }
}

/** By what somebody has done enough for a turn. */
export const shareSaid = (share: Share): Words =>
  share
    ? {
        vi: `Tính một lượt khi dự ít nhất ${share.value} phần trăm số buổi (${share.legalReference}). Nửa buổi tính một nửa.`,
        en: `A turn needs ${share.value} percent of the sessions (${share.legalReference}). Half a session counts half.`,
      }
    : {
        vi: 'Tỉnh chưa ghi tỷ lệ buổi phải dự, nên phải dự đủ mọi buổi không được nghỉ phép mới tính một lượt.',
        en: 'The province lays down no share, so a turn needs every session of which one was not excused, whole.',
      }

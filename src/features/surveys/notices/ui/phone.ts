/** Notices on the phone: where they are written, and how they go on their way. */
import type { InputOf } from '#kernel/endpoint.ts'
import type { CommandId, ReviewCaseId, SurveyNoticeId } from '#kernel/ids.ts'
import { dropDraft, findDraft } from '#platform/web/drafts.ts'
import { say, type Words } from '#platform/web/language.ts'
import { outbox, putAway, queueCommand } from '#platform/web/outbox.ts'
import type { StoredCommand } from '#platform/web/stored.ts'
import type * as contract from '../contract.ts'
import type { Notice } from '../model.ts'
import { type NoticeKind, noticeKinds } from '../words.ts'
import { sendNotice, withdrawNotice } from './calls.ts'
import { noticesPath } from './paths.ts'
import { aboutNotice, lastNotice } from './sending.ts'

export type Sent = InputOf<typeof contract.sendNotice>

const label = (kind: NoticeKind, name: string): string =>
  say({ vi: '{what}: {name}', en: '{what}: {name}' }, { what: say(noticeKinds[kind]), name })

/** Resolves when it is safe on the device; rejects where the store takes nothing. `page`: where it is opened again. */
export async function queueNotice(notice: Sent, { name, page }: { name: string; page: string }): Promise<CommandId> {
  const id = notice.caseId ?? notice.surveyNoticeId
  const before = lastNotice(id)
  const command = await queueCommand(sendNotice, notice, {
    label: label(notice.kind, name),
    subject: aboutNotice(id),
    page,
  })
  // The refused one is answered by this one.
  if (before?.state === 'refused' && before.seq !== undefined) await putAway(before.seq)
  return command
}

const withdrawalPage = (id: string): string => `${noticesPath}#${id}`

export const queueWithdrawal = (notice: Pick<Notice, 'surveyNoticeId' | 'caseId' | 'headName'>): Promise<CommandId> =>
  queueCommand(
    withdrawNotice,
    { surveyNoticeId: notice.surveyNoticeId },
    {
      label: say({ vi: 'Rút tin: {name}', en: 'Withdraw: {name}' }, { name: notice.headName }),
      subject: aboutNotice(notice.caseId ?? notice.surveyNoticeId),
      page: withdrawalPage(notice.surveyNoticeId),
    },
  )
/** Takes back what has not left yet, or whose answer never came: it goes, and after it that it is withdrawn. */
export async function withdrawUnsent({
  subject: { id },
  label,
}: Pick<StoredCommand, 'subject' | 'label'>): Promise<void> {
  const typed = (await findDraft<{ surveyNoticeId: SurveyNoticeId }>('notices.cannot', id))?.data
  const headName = label.slice(label.indexOf(': ') + 2)
  await queueWithdrawal(
    typed
      ? { surveyNoticeId: typed.surveyNoticeId, caseId: id as ReviewCaseId, headName }
      : { surveyNoticeId: id as SurveyNoticeId, caseId: null, headName },
  )
}
export const isWithdrawal = ({ page }: Pick<StoredCommand, 'page'>): boolean => page.startsWith(`${noticesPath}#`)

export const isWithdrawing = ({ surveyNoticeId }: Notice): boolean =>
  outbox.value.some(({ page, state }) => page === withdrawalPage(surveyNoticeId) && state === 'waiting')

/** Lets go what was typed into notices that the server has. */
export async function dropSent(): Promise<void> {
  for (const { subject, state } of outbox.value)
    if (subject.kind === 'notice' && state === 'sent' && lastNotice(subject.id)?.state === 'sent') {
      await dropDraft('notices.cannot', subject.id)
      await dropDraft('notices.unlisted', subject.id)
    }
}

export const noStore: Words = {
  vi: 'Máy này không lưu được tin báo: bộ nhớ đầy hoặc bị chặn. Tin chưa được gửi và vẫn còn trên màn hình này; hãy xóa bớt ảnh, ứng dụng rồi bấm lại.',
  en: 'This device cannot keep the notice: its store is full or blocked. It is not sent and still stands here; free some space and press again.',
}

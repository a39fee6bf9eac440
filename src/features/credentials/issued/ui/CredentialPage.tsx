/** One credential: what it rests on, until when it holds, and what was decided about it. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { CredentialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { type Fact, FactList } from '#platform/web/kit/FactList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { ExtendDialog } from '../../extensions/ui/ExtendDialog.tsx'
import { bases, type Whole } from '../model.ts'
import { getCredential } from './calls.ts'
import { credentialPath } from './credential.ts'
import { ReissueDialog } from './ReissueDialog.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { StateBadge } from './StateBadge.tsx'

const title = { vi: 'Chứng nhận', en: 'Credential' }

export default function CredentialPage({ params: { credentialId } }: { params: { credentialId: string } }) {
  const read = useRead(getCredential, { credentialId: credentialId as CredentialId })
  const to = useTo()
  const { data } = read
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Chứng nhận tập huấn', en: 'Credentials' }, href: to('/chung-nhan') },
            { label: data?.name ?? title },
          ]}
        />
      }
      state={data && `${data.rule}: ${data.name}`}
      action={data && <Deeds of={data} />}
    >
      <Reading of={read} rows={8}>
        {(whole) => <Shown of={whole} />}
      </Reading>
    </Page>
  )
}

type Deed = Whole['can'][number]
const deeds: Readonly<Record<Deed, { vi: string; en: string }>> = {
  extend: { vi: 'Gia hạn', en: 'Extend' },
  reissue: { vi: 'Cấp lại vì sai tên', en: 'Reissue' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  restore: { vi: 'Trả lại', en: 'Give back' },
}

function Deeds({ of }: { of: Whole }) {
  const [open, setOpen] = useState<Deed | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {(Object.keys(deeds) as Deed[])
        .filter((deed) => of.can.includes(deed))
        .map((deed) => (
          <Button key={deed} onClick={() => setOpen(deed)}>
            {say(deeds[deed])}
          </Button>
        ))}
      {open === 'extend' && <ExtendDialog of={[of]} onDone={close} onClose={close} />}
      {open === 'revoke' && <RevokeDialog of={[of]} onDone={close} onClose={close} />}
      {open === 'restore' && <RestoreDialog of={of} onClose={close} />}
      {open === 'reissue' && <ReissueDialog of={of} onClose={close} />}
    </>
  )
}

function Shown({ of }: { of: Whole }) {
  const to = useTo()
  return (
    <>
      {of.revoked && (
        <Notice look="waits">
          {say(
            { vi: 'Thu hồi từ ngày {day}: {because}', en: 'Revoked from {day}: {because}' },
            { day: showDate(of.revoked.on), because: of.revoked.because },
          )}
        </Notice>
      )}
      {of.groundless && (
        <Notice look="waits">
          {say({
            vi: 'Căn cứ không còn: lớp đã lui lại hoặc hủy, hay bài kiểm tra chấm lại không còn đạt. Chứng nhận vẫn còn hiệu lực cho đến khi có người thu hồi.',
            en: 'What it rests on is gone: a class was taken back or called off, or its test is passed no more. It holds until somebody revokes it.',
          })}
        </Notice>
      )}
      {of.replacedBy && (
        <Notice look="waits">
          {say({ vi: 'Đã cấp lại thay chứng nhận này: ', en: 'Another stands in its place: ' })}
          <a href={to(credentialPath(of.replacedBy.credentialId))}>{of.replacedBy.name}</a>
        </Notice>
      )}
      <FactList of={factsOf(of, to)} />
    </>
  )
}

const factsOf = (of: Whole, to: (path: string) => string): Fact[] => [
  { label: { vi: 'Họ tên', en: 'Name' }, value: of.name },
  { label: { vi: 'Đơn vị', en: 'Unit' }, value: of.unit },
  {
    label: { vi: 'Tình trạng', en: 'State' },
    value: <StateBadge of={of} />,
  },
  {
    label: { vi: 'Thời hạn', en: 'Valid' },
    value: say(
      { vi: 'từ {from} đến hết {last}', en: '{from} to the end of {last}' },
      { from: showDate(of.validFrom), last: showDate(of.lastDay) },
    ),
  },
  ...(of.lastDay === of.issuedLast
    ? []
    : [{ label: { vi: 'Khi cấp ghi đến hết', en: 'As issued to' }, value: showDate(of.issuedLast) }]),
  { label: { vi: 'Khảo sát theo chuẩn', en: 'To survey by' }, value: of.standard && say(of.standard) },
  {
    label: { vi: 'Căn cứ', en: 'Basis' },
    value: say(
      { vi: '{basis}, ngày {day}', en: '{basis}, {day}' },
      { basis: say(bases[of.basis]), day: showDate(of.completedOn) },
    ),
  },
  ...(of.basis === 'turn'
    ? [
        {
          label: { vi: 'Lớp', en: 'Class' },
          value:
            of.classes.length > 0
              ? of.classes.map(({ classId, title: named }, at) => (
                  <span key={classId}>
                    {at > 0 && '; '}
                    <a href={to(`/lop-hoc/${classId}`)}>{named}</a>
                  </span>
                ))
              : say({
                  vi: 'kết quả hoàn thành lớp đã được rút: cần xem lại chứng nhận này',
                  en: 'the completion was taken back: this credential is to be looked at',
                }),
        },
      ]
    : [{ label: { vi: 'Giấy tờ', en: 'Document' }, value: of.document }]),
  {
    label: { vi: 'Cấp ngày', en: 'Issued' },
    value: say(
      { vi: '{day}, {by}', en: '{day}, {by}' },
      { day: showDate(of.issuedOn), by: of.issuedBy ?? say({ vi: 'phần mềm', en: 'the program' }) },
    ),
  },
  ...(of.replaces
    ? [
        {
          label: { vi: 'Cấp lại thay cho', en: 'In the place of' },
          value: (
            <>
              <a href={to(credentialPath(of.replaces.credentialId))}>{of.replaces.name}</a> ({of.reissuedBecause})
            </>
          ),
        },
      ]
    : []),
  ...of.extensions.map((one) => ({
    label: { vi: 'Gia hạn', en: 'Extended' },
    value: say(
      one.withdrawnBecause
        ? {
            vi: '{number}, {day}, {issuer}: đến hết {last} (đã rút: {withdrawn})',
            en: '{number}, {day}, {issuer}: to {last} (withdrawn: {withdrawn})',
          }
        : { vi: '{number}, {day}, {issuer}: đến hết {last}', en: '{number}, {day}, {issuer}: to {last}' },
      {
        ...{ number: one.number, day: showDate(one.decidedOn), issuer: one.issuer, last: showDate(one.lastDay) },
        withdrawn: one.withdrawnBecause ?? '',
      },
    ),
  })),
]

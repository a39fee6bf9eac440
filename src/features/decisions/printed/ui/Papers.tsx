/** Every paper of a decision. Before it is fixed each is a draft and says so on every page. */
import type { ComponentChildren } from 'preact'
import { href } from '#platform/web/calls.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { DecisionAnswer } from '../../ui/answers.ts'
import { CertificatesButton } from './CertificatesButton.tsx'
import { decisionDocx, decisionPdf, decisionScan, householdListPdf, householdListXlsx } from './calls.ts'

export function Papers({ of }: { of: DecisionAnswer }) {
  const final = of.can.includes('download_final')
  const key: Asked = { decisionId: of.decisionId, ...(final && { final: true as const }) }
  return (
    <>
      {!final && (
        <Notice look={of.whyNotFinal ? 'waits' : 'plain'}>
          {of.whyNotFinal && say(of.whyNotFinal)}{' '}
          {say({
            vi: 'Mọi tệp dưới đây là bản nháp, ghi rõ trên từng trang, không có mã QR.',
            en: 'Every file below is a draft, says so on each page, and has no QR.',
          })}
        </Notice>
      )}
      <dl class="facts decisions-papers">
        {of.unseen === 0 && <Whole of={of} asked={key} />}
        <PaperRow
          label={
            of.unseen === 0
              ? { vi: 'Giấy chứng nhận của cả xã', en: 'Certificates of all' }
              : { vi: 'Giấy chứng nhận của các hộ này', en: 'Their certificates' }
          }
        >
          <CertificatesButton of={of} final={final && of.state === 'in_force'} />
        </PaperRow>
        {of.hasScan && of.unseen === 0 && (
          <PaperRow label={{ vi: 'Bản quét trang đã ký', en: 'Scan of the signed page' }}>
            <Download href={href(decisionScan, { decisionId: of.decisionId })}>
              {say({ vi: 'Tải về', en: 'Download' })}
            </Download>
          </PaperRow>
        )}
      </dl>
    </>
  )
}

type Asked = { readonly decisionId: DecisionAnswer['decisionId']; readonly final?: true }

/** What is drawn of every household of it. */
function Whole({ of, asked: key }: { of: DecisionAnswer; asked: Asked }) {
  const count = (which: 'poor' | 'near_poor') =>
    showNumber(of.counts.find((one) => one.class === which)?.households ?? 0)
  return (
    <>
      <PaperRow label={{ vi: 'Quyết định kèm danh sách', en: 'Decision with its list' }}>
        <Download href={href(decisionPdf, key)}>PDF</Download>
        <Download href={href(decisionDocx, key)}>Word</Download>
      </PaperRow>
      <PaperRow
        label={say({ vi: 'Danh sách hộ nghèo (biểu 15), {n} hộ', en: 'Poor (form 15), {n}' }, { n: count('poor') })}
      >
        <Download href={href(householdListPdf, { ...key, class: 'poor' })}>
          {say({ vi: 'Bản in', en: 'Print' })}
        </Download>
        <Download href={href(householdListXlsx, { ...key, class: 'poor' })}>Excel</Download>
      </PaperRow>
      <PaperRow
        label={say(
          { vi: 'Danh sách hộ cận nghèo (biểu 14), {n} hộ', en: 'Near-poor (form 14), {n}' },
          { n: count('near_poor') },
        )}
      >
        <Download href={href(householdListPdf, { ...key, class: 'near_poor' })}>
          {say({ vi: 'Bản in', en: 'Print' })}
        </Download>
        <Download href={href(householdListXlsx, { ...key, class: 'near_poor' })}>Excel</Download>
      </PaperRow>
    </>
  )
}

const PaperRow = ({ label, children }: { label: Words; children: ComponentChildren }) => (
  <div>
    <dt>{say(label)}</dt>
    <dd>{children}</dd>
  </div>
)

const Download = ({ href: address, children }: { href: string; children: ComponentChildren }) => (
  <LinkButton href={address} download>
    {children}
  </LinkButton>
)

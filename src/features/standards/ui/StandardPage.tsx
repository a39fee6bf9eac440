/** A standard to read: when it holds, its lines and cuts, indicator by indicator with its law, and what is missing. */

import { addDays, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Unbroken } from '#platform/web/kit/Unbroken.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type * as contract from '../contract.ts'
import type { Standard } from '../model/standard.ts'
import { getStandard } from './calls.ts'
import { IndicatorView } from './IndicatorView.tsx'
import { LinesView } from './LinesView.tsx'
import { Cited } from './verdict/VerdictView.tsx'
import './standards.css'

type Shown = OutputOf<typeof contract.getStandard>

export default function StandardPage({ params: { standardId } }: { params: { standardId: string } }) {
  const read = useRead(getStandard, { standardId })
  const to = useTo()
  const standard = read.data?.standard
  return (
    <Page
      title={standard?.name ?? { vi: 'Chuẩn nghèo', en: 'Poverty standard' }}
      state={standard && validityOf(standard)}
      above={<Crumbs label={{ vi: 'Đường về', en: 'Way back' }} of={[{ label: all, href: to('/chuan') }]} />}
      action={
        standard && (
          <>
            <LinkButton look="primary" href={to(`/chuan/${standardId}/thu`)}>
              {say({ vi: 'Tính thử một hộ', en: 'Try a household' })}
            </LinkButton>
            <LinkButton href={href(getStandard, { standardId })} download>
              {say({ vi: 'Tải toàn văn chuẩn về máy', en: 'Download the standard as data' })}
            </LinkButton>
          </>
        )
      }
    >
      <Reading of={read} rows={12}>
        {(shown) => <Whole of={shown} />}
      </Reading>
    </Page>
  )
}

const all = { vi: 'Chuẩn nghèo', en: 'Poverty standards' }

const validityOf = ({ validity }: Standard) => (
  <>
    {say(
      { vi: 'Áp dụng từ {from} đến hết {last}.', en: 'Holds from {from} to {last}.' },
      { from: showDate(validity.from), last: showDate(addDays(validity.until, -1)) },
    )}{' '}
    {say(validity.note)} <MarkNote mark={validity.mark} />
  </>
)

function Whole({ of: { standard, form, pointsTables, hash } }: { of: Shown }) {
  return (
    <>
      <WhatIsMissing standard={standard} />
      <Section title={{ vi: 'Hộ nghèo là gì theo chuẩn này', en: 'Who is poor by this standard' }}>
        <p>
          {say(standard.classes.says)} <MarkNote mark={standard.classes.rule.mark} />
          <Cited citation={standard.classes.citation} standard={standard} />
        </p>
      </Section>
      <LinesView standard={standard} tables={pointsTables} />
      {standard.dimensions.map((dimension) => (
        <Section key={dimension.code} title={dimension.name}>
          {dimension.indicators.map((indicator) => (
            <IndicatorView key={indicator.key} of={indicator} standard={standard} form={form?.form ?? null} />
          ))}
        </Section>
      ))}
      <Legal standard={standard} />
      <p class="quiet">
        {say({ vi: 'Mã băm của dữ liệu:', en: 'Hash of the data:' })} <span class="standards-hash">{hash}</span>
      </p>
    </>
  )
}

/** Said at the top: what is not among the facts is not guessed anywhere below. */
const WhatIsMissing = ({ standard }: { standard: Standard }) =>
  standard.missing.length === 0 ? null : (
    <Notice look="waits">
      <strong>{say({ vi: 'Còn thiếu trong dữ liệu', en: 'Not among the facts' })}</strong>
      <ul class="bullets">
        {standard.missing.map((said) => (
          <li key={said.vi}>{say(said)}</li>
        ))}
      </ul>
    </Notice>
  )

const Legal = ({ standard }: { standard: Standard }) => (
  <Section title={{ vi: 'Văn bản', en: 'Documents' }}>
    <ul class="bullets">
      {standard.legal.map(({ id, title, signed, mark, note }) => (
        <li key={id}>
          <Unbroken text={title} />
          {signed && say({ vi: ', ký ngày {day}', en: ', signed on {day}' }, { day: showDate(signed) })}{' '}
          <span class="quiet">{say(sources[mark])}</span>
          {note && <small class="hint">{note}</small>}
        </li>
      ))}
    </ul>
  </Section>
)

const sources = {
  text: { vi: 'đã đọc văn bản', en: 'the text was read' },
  secondary: { vi: 'theo nguồn dẫn lại', en: 'from a secondary source' },
  recalled: { vi: 'chưa đối chiếu văn bản', en: 'not checked against the text' },
  illustrative: { vi: 'mẫu minh hoạ', en: 'illustrative' },
} as const

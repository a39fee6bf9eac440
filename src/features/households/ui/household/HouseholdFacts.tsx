/** Where the household lives and lived, how it is called, and since when it stands in the register. */
import { addDays, showDate } from '#kernel/dates.ts'
import { spacedPhone } from '#kernel/phones.ts'
import { useTo } from '#platform/web/address.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import type { HouseholdAnswer } from '../answers.ts'
import { saidOn } from './saidOn.ts'

export const HouseholdFacts = ({ of }: { of: HouseholdAnswer }) => (
  <Section title={{ vi: 'Nơi ở, liên hệ', en: 'Residence, contact' }} action={<ToAudit of={of} />}>
    <FactList
      of={[
        { label: { vi: 'Có trong sổ từ', en: 'In the register since' }, value: showDate(of.startedOn) },
        { label: { vi: 'Số điện thoại liên hệ', en: 'Phone' }, value: of.phone ? <Phone of={of} /> : null },
        ...of.residences.map((residence) => ({
          label: spanOf(residence),
          value: [residence.address, residence.village.name].filter(Boolean).join(', '),
        })),
      ]}
    />
  </Section>
)

/** The number, and the day on which it was said. */
const Phone = ({ of: { phone, timeline, startedOn } }: { of: HouseholdAnswer }) => (
  <>
    <a href={`tel:${phone}`}>{spacedPhone(phone)}</a>{' '}
    <span class="quiet">
      {say({ vi: 'ghi ngày {day}', en: 'said on {day}' }, { day: showDate(saidOn(phone, timeline) ?? startedOn) })}
    </span>
  </>
)

/** Who did what to this household, for who reads the audit. */
function ToAudit({ of: { householdId, commune } }: { of: HouseholdAnswer }) {
  const to = useTo()
  if (!holds('audit.read') || !commune) return null
  return (
    <a href={to('/nhat-ky', { noi: commune.areaId, ho: householdId })}>
      {say({ vi: 'Nhật ký của hộ này', en: 'Audit of this household' })}
    </a>
  )
}

function spanOf({ from, until }: HouseholdAnswer['residences'][number]): string {
  const first = say({ vi: 'Từ {day}', en: 'From {day}' }, { day: showDate(from) })
  return until === null
    ? first
    : `${first} ${say({ vi: 'đến hết {day}', en: 'to {day}' }, { day: showDate(addDays(until, -1)) })}`
}

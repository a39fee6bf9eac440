/** Where the household lives and lived, and since when it stands in the register. */
import { addDays, showDate } from '#kernel/dates.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import type { HouseholdAnswer } from '../answers.ts'

export const HouseholdFacts = ({ of }: { of: HouseholdAnswer }) => (
  <Section title={{ vi: 'Nơi ở', en: 'Residence' }}>
    <FactList
      of={[
        { label: { vi: 'Có trong sổ từ', en: 'In the register since' }, value: showDate(of.startedOn) },
        ...of.residences.map((residence) => ({
          label: spanOf(residence),
          value: [residence.address, residence.village.name].filter(Boolean).join(', '),
        })),
      ]}
    />
  </Section>
)

function spanOf({ from, until }: HouseholdAnswer['residences'][number]): string {
  const first = say({ vi: 'Từ {day}', en: 'From {day}' }, { day: showDate(from) })
  return until === null
    ? first
    : `${first} ${say({ vi: 'đến hết {day}', en: 'to {day}' }, { day: showDate(addDays(until, -1)) })}`
}

/** One household as this phone has it: where, which class since when, last survey, who lives there and who left. */
import { leaveWords, relationWords } from '#features/households/model/words.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { sexWords } from '#kernel/persons.ts'
import { spacedPhone } from '#kernel/phones.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { calling } from '#platform/web/kit/calling.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { CarriedHousehold, CarriedMember } from '../model.ts'
import type { SheetVillage } from './sheet.ts'

type Props = {
  readonly of: CarriedHousehold
  readonly village: SheetVillage | undefined
  readonly onClose: () => void
}

export function HouseholdCard({ of, village, onClose }: Props) {
  const { head, number, address, phone, class: held = null, since, surveyedOn, members } = of
  const present = members.filter(({ leftOn }) => !leftOn)
  const left = members.filter(({ leftOn }) => leftOn)
  return (
    <Dialog title={{ vi: head, en: head }} onClose={onClose}>
      {phone && (
        <a class="button" {...calling(phone, head)}>
          {say({ vi: 'Gọi hộ', en: 'Call' })}
        </a>
      )}
      <FactList
        of={[
          { label: { vi: 'Nơi ở', en: 'Lives at' }, value: [address, village?.name].filter(Boolean).join(', ') },
          { label: { vi: 'Số hộ', en: 'Number' }, value: number || null },
          { label: { vi: 'Điện thoại', en: 'Phone' }, value: phone ? spacedPhone(phone) : null },
          {
            label: { vi: 'Diện', en: 'Class' },
            value: held && (
              <>
                <ClassMark of={held} />
                {since && ` ${say({ vi: 'từ {day}', en: 'since {day}' }, { day: showDate(since) })}`}
              </>
            ),
          },
          { label: { vi: 'Khảo sát gần nhất', en: 'Last survey' }, value: surveyedOn ? showDate(surveyedOn) : null },
          { label: { vi: 'Sổ hộ ngày', en: 'Register of' }, value: village?.day ? showDate(village.day) : null },
        ]}
      />
      <Members title={say({ vi: 'Đang ở hộ', en: 'Living there' })} of={present} />
      <Members title={say({ vi: 'Đã rời hộ', en: 'Left' })} of={left} />
    </Dialog>
  )
}

const Members = ({ title, of }: { title: string; of: readonly CarriedMember[] }) =>
  of.length === 0 ? null : (
    <section class="section" aria-label={title}>
      <h3>
        {title} <span class="count">{showNumber(of.length)}</span>
      </h3>
      <ul class="surveys-carried-members">
        {of.map((one, at) => (
          <li key={at}>
            <strong>{one.name}</strong>
            <span class="quiet">
              {[say(relationWords[one.relation]), say(sexWords[one.sex]), bornText(one.birth)].join(' · ')}
            </span>
            {one.leftOn && (
              <span class="quiet">
                {[...(one.why ? [say(leaveWords[one.why])] : []), showDate(one.leftOn)].join(' · ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

/** `12/04/1985`, `04/1985` or `1985`. */
const bornText = (birth: string): string => showDate(birth as PlainDate)

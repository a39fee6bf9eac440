/** The particulars of an official. */
import { faultOfIdText, tidyCitizenId } from '#kernel/citizenId.ts'
import { ethnicGroups, ethnicName } from '#kernel/ethnicity.ts'
import { birthYearFault, sexes, sexWords } from '#kernel/persons.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { doubtOfName } from '../rules.ts'
import type { Who } from './official.ts'

/** `held`: a citizen id is held already. */
type Props = { readonly who: Who; readonly onChange: (who: Who) => void; readonly held?: boolean }

export function WhoFields({ who, onChange, held = false }: Props) {
  const put = (part: Partial<Who>) => onChange({ ...who, ...part })
  return (
    <>
      <TextField
        label={{ vi: 'Họ và tên', en: 'Full name' }}
        at="name"
        hint={doubtOfName(who.name) ?? undefined}
        required
        value={who.name}
        onChange={(name) => put({ name })}
        maxLength={120}
      />
      <ChoiceField
        label={{ vi: 'Giới tính', en: 'Sex' }}
        required
        choices={sexes.map((value) => ({ value, label: sexWords[value] }))}
        value={who.sex}
        onChange={(sex) => put({ sex })}
      />
      <DayField
        label={{ vi: 'Ngày sinh', en: 'Birth' }}
        at="birth"
        hint={{ vi: 'Chỉ biết năm thì nhập năm.', en: 'The year alone where no more is known.' }}
        required
        yearAlone
        fault={birthYearFault(who.birth, today())}
        value={who.birth}
        onChange={(birth) => put({ birth })}
      />
      <ChoiceField
        as="select"
        label={{ vi: 'Dân tộc', en: 'Ethnic group' }}
        required
        choices={ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))}
        value={who.ethnicity}
        onChange={(ethnicity) => put({ ethnicity: ethnicity ?? '01' })}
      />
      <Languages spoken={who.languages} onChange={(languages) => put({ languages })} />
      <TextField
        label={{ vi: 'Số CCCD', en: 'Citizen id' }}
        at="citizenId"
        hint={
          held
            ? { vi: 'Để trống là giữ số đang có.', en: 'Empty leaves the number that is held.' }
            : { vi: '12 chữ số; chưa có thì để trống.', en: '12 digits; empty where there is none.' }
        }
        digits
        read={tidyCitizenId}
        fault={who.citizenId.trim() ? faultOfIdText(tidyCitizenId(who.citizenId)) : null}
        value={who.citizenId}
        onChange={(citizenId) => put({ citizenId })}
        maxLength={40}
      />
      <TextField
        label={{ vi: 'Số điện thoại', en: 'Phone' }}
        at="phone"
        value={who.phone}
        onChange={(phone) => put({ phone })}
        maxLength={40}
      />
      <TextField
        label={{ vi: 'Số hiệu cán bộ', en: 'Personal number' }}
        at="personalNumber"
        hint={{
          vi: 'Theo hệ thống quản lý cán bộ của tỉnh, nếu có.',
          en: 'Of the personnel system of the province, if any.',
        }}
        value={who.personalNumber}
        onChange={(personalNumber) => put({ personalNumber })}
        maxLength={40}
      />
    </>
  )
}

const kinh = '01'
const others = ethnicGroups.filter(({ code }) => code !== kinh).map(({ code, name }) => ({ value: code, label: name }))

type Spoken = { readonly spoken: readonly string[]; readonly onChange: (languages: string[]) => void }

/** Many to choose from, and few of them of one person: closed until it is wanted. */
const Languages = ({ spoken, onChange }: Spoken) => {
  const names = spoken.map(ethnicName).join(', ')
  return (
    <WhyPanel
      label={{
        vi: `Nói được tiếng dân tộc: ${names || 'chưa ghi'}`,
        en: `Languages spoken: ${names || 'none recorded'}`,
      }}
    >
      <ChoicesField
        label={{ vi: 'Nói được tiếng của dân tộc nào?', en: 'Languages of which groups?' }}
        choices={others}
        values={spoken}
        onChange={onChange}
      />
    </WhyPanel>
  )
}

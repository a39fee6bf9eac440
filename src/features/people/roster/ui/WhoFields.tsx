/** The particulars of an official. */
import { ethnicGroups } from '#kernel/ethnicity.ts'
import { sexes, sexWords } from '#kernel/persons.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import type { Who } from './official.ts'

export function WhoFields({ who, onChange }: { who: Who; onChange: (who: Who) => void }) {
  const put = (part: Partial<Who>) => onChange({ ...who, ...part })
  return (
    <>
      <TextField
        label={{ vi: 'Họ và tên', en: 'Full name' }}
        at="name"
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

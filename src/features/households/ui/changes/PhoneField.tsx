import { tidyPhone } from '#kernel/phones.ts'
import { TextField } from '#platform/web/kit/TextField.tsx'

type Props = { readonly value: string; readonly onChange: (phone: string) => void }

/** By which number the household is called; it may have none. */
export const PhoneField = ({ value, onChange }: Props) => (
  <TextField
    label={{ vi: 'Số điện thoại liên hệ của hộ', en: 'Phone of the household' }}
    at="phone"
    type="tel"
    hint={{ vi: 'Nếu có; mỗi hộ một số', en: 'If there is one; one for a household' }}
    read={tidyPhone}
    value={value}
    onChange={onChange}
    maxLength={40}
  />
)

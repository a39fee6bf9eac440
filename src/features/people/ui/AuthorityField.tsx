import { type Authority, authorities, authorityNames, type Role } from '#kernel/access.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'

type Props = {
  readonly role: Role | null
  readonly value: Authority
  readonly onChange: (value: Authority) => void
}

/** By what authority a chair signs; nothing is asked of other roles. */
export const AuthorityField = ({ role, value, onChange }: Props) =>
  role === 'commune_chair' ? (
    <ChoiceField<Authority>
      label={{ vi: 'Thẩm quyền ký', en: 'Authority to sign' }}
      required
      choices={authorityNames.map((name) => ({ value: name, label: authorities[name] }))}
      value={value}
      onChange={onChange}
    />
  ) : null

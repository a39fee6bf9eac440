import { type Role, rights, rightsOf, roleNames, roles } from '#kernel/access.ts'
import { type Choice, ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { say } from '#platform/web/language.ts'

/** Roles that can be given today. The district level ended on 01/07/2025, so its role can not. */
const choices: readonly Choice<Role>[] = roleNames
  .filter((role) => role !== 'district')
  .map((role) => ({ value: role, label: roles[role] }))

type Props = { readonly value: Role | null; readonly onChange: (role: Role) => void }

/** A role over the unit, and what it may do there by the table of rights. */
export const RoleField = ({ value, onChange }: Props) => (
  <>
    <ChoiceField
      label={{ vi: 'Vai trò', en: 'Role' }}
      required
      as="select"
      choices={choices}
      value={value}
      onChange={onChange}
    />
    {value && (
      <div aria-live="polite">
        <p class="quiet">
          {say({ vi: 'Tại đơn vị được giao và các đơn vị bên dưới được:', en: 'There and below it may:' })}
        </p>
        <ul class="quiet">
          {rightsOf(value).map((right) => (
            <li key={right}>{say(rights[right])}</li>
          ))}
        </ul>
      </div>
    )}
  </>
)

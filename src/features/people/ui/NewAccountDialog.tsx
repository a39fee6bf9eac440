import { useState } from 'preact/hooks'
import type { Authority, Role } from '#kernel/access.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { AreasField, type Unit, unitsGiven } from './AreasField.tsx'
import { AuthorityField } from './AuthorityField.tsx'
import { createAccount } from './calls.ts'
import { loginFault, loginHint } from './login.ts'
import { passwordHint, shortestPassword } from './newPassword.ts'
import { RoleField } from './RoleField.tsx'

const nowhere: readonly Unit[] = []

/** A new person with a first role over this area, or over several under it. The first password is handed over and must be changed at once. */
export function NewAccountDialog({ areaId, onClose }: { areaId: AreaId; onClose: () => void }) {
  const draft = useDraft('people.account', areaId)
  const [name, setName] = useTyped(draft, 'name', '')
  const [login, setLogin] = useTyped(draft, 'login', '')
  const [firstPassword, setFirstPassword] = useState('')
  const [role, setRole] = useTyped<Role | null>(draft, 'role', null)
  const [authority, setAuthority] = useTyped<Authority>(draft, 'authority', 'own')
  const [units, setUnits] = useTyped<readonly Unit[]>(draft, 'units', nowhere)
  const creating = useChange(createAccount, { draft })
  const missing = name.trim() && role ? null : { vi: 'Nhập họ tên và chọn vai trò.', en: 'Type a name, choose a role.' }
  const whyNot = missing ?? loginFault(login) ?? (firstPassword.length < shortestPassword ? passwordHint : null)

  const create = async () => {
    if (whyNot || !role) return
    const signs = role === 'commune_chair' ? { authority } : {}
    const areaIds = unitsGiven(units, areaId)
    if (await creating.run({ login, name: name.trim(), firstPassword, role, ...signs, areaIds })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Tạo tài khoản', en: 'Create an account' }} onClose={onClose} side>
      <Form
        onSubmit={create}
        draft={draft}
        problem={creating.problem}
        actions={
          <Button look="primary" submit pending={creating.pending} whyNot={whyNot}>
            {say({ vi: 'Tạo và giao quyền', en: 'Create and give the role' })}
          </Button>
        }
      >
        <TextField label={{ vi: 'Họ và tên', en: 'Full name' }} at="name" required value={name} onChange={setName} />
        <TextField
          label={{ vi: 'Tên đăng nhập', en: 'User name' }}
          hint={loginHint}
          at="login"
          fault={loginFault(login)}
          required
          value={login}
          onChange={setLogin}
        />
        <TextField
          label={{ vi: 'Mật khẩu giao lần đầu', en: 'First password' }}
          hint={{
            vi: 'Trao tận tay. Người nhận phải đổi ngay khi đăng nhập lần đầu.',
            en: 'Hand it over in person. It must be changed at the first sign-in.',
          }}
          required
          at="firstPassword"
          fault={firstPassword.length < shortestPassword ? passwordHint : null}
          autocomplete="new-password"
          value={firstPassword}
          onChange={setFirstPassword}
        />
        <RoleField value={role} onChange={setRole} />
        <AreasField here={areaId} role={role} value={units} onChange={setUnits} />
        <AuthorityField role={role} value={authority} onChange={setAuthority} />
      </Form>
    </Dialog>
  )
}

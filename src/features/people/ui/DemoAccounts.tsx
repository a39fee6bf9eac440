import { roles } from '#kernel/access.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { demoAccounts } from './calls.ts'

type Props = { readonly onChoose: (account: { login: string; password: string }) => void }

/** One account a role; a press fills in the form. */
export function DemoAccounts({ onChoose }: Props) {
  const read = useRead(demoAccounts, {})
  return (
    <Section title={{ vi: 'Tài khoản trình diễn', en: 'Demo accounts' }}>
      <Reading of={read} rows={6}>
        {({ accounts, password }) =>
          accounts.length === 0 ? (
            <Empty title={{ vi: 'Chưa có tài khoản trình diễn.', en: 'There is no demo account.' }} />
          ) : (
            <ul class="people-accounts">
              {accounts.map((one) => (
                <li key={one.login}>
                  <button type="button" onClick={() => onChoose({ login: one.login, password })}>
                    <strong>{one.name}</strong>
                    <span>
                      {say(roles[one.role])}, {one.areaName}
                    </span>
                    <small>{say(one.story)}</small>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Section>
  )
}

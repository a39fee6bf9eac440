/** The account of an official, joined and parted by who may. */
import { useState } from 'preact/hooks'
import type { OfficialId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { accountOfOfficial } from './calls.ts'
import { JoinAccountDialog } from './JoinAccountDialog.tsx'
import { PartDialog } from './PartDialog.tsx'

export function AccountOf({ officialId, name }: { officialId: OfficialId; name: string }) {
  const read = useRead(accountOfOfficial, { officialId })
  const [doing, setDoing] = useState<'join' | 'part' | null>(null)
  const close = () => setDoing(null)
  return (
    <Section title={{ vi: 'Tài khoản', en: 'Account' }}>
      <Reading of={read} rows={1}>
        {({ account, can }) => (
          <>
            <p>
              {account
                ? account.name
                  ? `${account.name} (${account.login})`
                  : say({ vi: 'Đã nối với tài khoản của đơn vị khác.', en: 'Joined to an account of another unit.' })
                : say({ vi: 'Chưa nối với tài khoản nào.', en: 'Joined to no account.' })}
            </p>
            {can.includes('join') && (
              <Button onClick={() => setDoing('join')}>{say({ vi: 'Nối tài khoản', en: 'Join an account' })}</Button>
            )}
            {can.includes('part') && (
              <Button look="quiet" onClick={() => setDoing('part')}>
                {say({ vi: 'Tách tài khoản', en: 'Part the account' })}
              </Button>
            )}
            {doing === 'join' && <JoinAccountDialog officialId={officialId} name={name} onClose={close} />}
            {doing === 'part' && account && (
              <PartDialog officialId={officialId} accountId={account.accountId} name={account.name} onClose={close} />
            )}
          </>
        )}
      </Reading>
    </Section>
  )
}

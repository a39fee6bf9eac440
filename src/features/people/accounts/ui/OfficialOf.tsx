/** Which official an account is of, on the page of who has access. */
import { useState } from 'preact/hooks'
import type { AccountId, OfficialId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { joinAccount, officialOfAccount, officialsToJoin } from './calls.ts'
import { PartDialog } from './PartDialog.tsx'

export function OfficialOf({ accountId, name }: { accountId: AccountId; name: string }) {
  const read = useRead(officialOfAccount, { accountId })
  const [parting, setParting] = useState(false)
  return (
    <Reading of={read} rows={1}>
      {({ official, can }) => (
        <>
          <p>
            {official
              ? `${official.name} (${official.birthYear}, ${official.unitName})`
              : say({ vi: 'Chưa nối với cán bộ nào trong sổ.', en: 'Joined to no official of the roster.' })}
          </p>
          {can.includes('join') && <JoinOfficial accountId={accountId} />}
          {official && can.includes('part') && (
            <Button look="quiet" onClick={() => setParting(true)}>
              {say({ vi: 'Tách tài khoản', en: 'Part the account' })}
            </Button>
          )}
          {official && parting && (
            <PartDialog {...{ officialId: official.officialId, accountId, name }} onClose={() => setParting(false)} />
          )}
        </>
      )}
    </Reading>
  )
}

type Chosen = { readonly officialId: OfficialId; readonly name: string }

function JoinOfficial({ accountId }: { accountId: AccountId }) {
  const draft = useDraft('accounts.join_official', accountId)
  const [chosen, setChosen] = useTyped<Chosen | null>(draft, 'official', null)
  const [note, setNote] = useTyped(draft, 'note', '')
  const joining = useChange(joinAccount, { draft })
  const whyNot = chosen ? null : { vi: 'Chọn cán bộ.', en: 'Choose an official.' }
  const join = () => {
    if (chosen) void joining.run({ officialId: chosen.officialId, accountId, note })
  }
  return (
    <Form
      onSubmit={join}
      draft={draft}
      problem={joining.problem}
      actions={
        <Button submit pending={joining.pending} whyNot={whyNot}>
          {say({ vi: 'Nối với cán bộ', en: 'Join' })}
        </Button>
      }
    >
      <Picker<OfficialId>
        label={{ vi: 'Cán bộ trong sổ', en: 'Official of the roster' }}
        hint={{ vi: 'Gõ tên. Chỉ người chưa có tài khoản.', en: 'Type a name. Those who have no account.' }}
        required
        chosen={chosen?.name ?? null}
        load={async (q, signal) => {
          const { officials } = await send(officialsToJoin, { q }, { signal })
          return officials.map(({ officialId, name: label, birthYear, unitName }) => ({
            ...{ value: officialId, label, detail: `${birthYear}, ${unitName}` },
          }))
        }}
        onChoose={({ value, label }) => setChosen({ officialId: value, name: label })}
      />
      <TextField at="note" label={{ vi: 'Ghi chú', en: 'Note' }} maxLength={300} value={note} onChange={setNote} />
    </Form>
  )
}

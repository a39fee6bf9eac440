import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type OfficialAnswer, officialWords } from '../../roster/ui/official.ts'
import { compareRecords, joinRecords } from './calls.ts'

type Props = { readonly kept: OfficialAnswer; readonly former: OfficialAnswer; readonly onDone: () => void }

/** What stands against it; else why they are one person, and the button. */
export function JoinForm({ kept, former, onDone }: Props) {
  const pair = { officialId: kept.officialId, formerId: former.officialId }
  const read = useRead(compareRecords, pair)
  const draft = useDraft('joining.join', `${kept.officialId} ${former.officialId}`)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const joining = useChange(joinRecords, { draft })
  const whyNot = because.trim() ? null : { vi: 'Cần ghi vì sao là một người.', en: 'Say why they are one person.' }
  const join = async () => {
    if (!whyNot && (await joining.run({ ...pair, because: because.trim() }))) onDone()
  }
  return (
    <Reading of={read} rows={2}>
      {({ faults, differs }) =>
        faults.length > 0 ? (
          <Notice look="waits">
            <p>{say({ vi: 'Chưa gộp được:', en: 'They cannot be joined yet:' })}</p>
            <ul>
              {faults.map(({ code, said }) => (
                <li key={code}>{say(said)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Form
            onSubmit={join}
            draft={draft}
            problem={joining.problem}
            actions={
              <Button look="primary" submit pending={joining.pending} whyNot={whyNot}>
                {say({ vi: 'Gộp, không tách lại được', en: 'Join; it cannot be parted again' })}
              </Button>
            }
          >
            <p>
              {say({
                vi: 'Chỗ nào hồ sơ giữ lại để trống thì lấy của hồ sơ kia; cùng một chức danh ghi hai lần thành một, từ ngày sớm nhất đến ngày muộn nhất. Địa chỉ của hồ sơ kia dẫn về hồ sơ giữ lại.',
                en: 'What the record that stays leaves empty is taken from the other; one post recorded twice becomes one, from the earliest day to the latest. The address of the other leads to the one that stays.',
              })}
            </p>
            {differs.length > 0 && (
              <p>
                {say(
                  {
                    vi: 'Khác nhau, giữ như hồ sơ giữ lại ghi: {fields}. Muốn so thì mở lý lịch ở trang của từng hồ sơ.',
                    en: 'They differ in, and it stays as the record that stays has it: {fields}. To compare, open the particulars on the page of each.',
                  },
                  { fields: differs.map((field) => say(officialWords.label(field)).toLowerCase()).join(', ') },
                )}
              </p>
            )}
            <TextField
              at="because"
              label={{ vi: 'Vì sao là một người', en: 'Why they are one person' }}
              required
              lines={2}
              maxLength={500}
              value={because}
              onChange={setBecause}
            />
          </Form>
        )
      }
    </Reading>
  )
}

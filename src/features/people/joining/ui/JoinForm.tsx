import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Beside } from '#platform/web/kit/Beside.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type OfficialAnswer, officialWords } from '../../roster/ui/official.ts'
import { compareRecords, joinRecords } from './calls.ts'
import { SideBySide } from './SideBySide.tsx'

type Props = { readonly kept: OfficialAnswer; readonly former: OfficialAnswer; readonly onDone: () => void }

/** What stands against it; else why they are one person, and the button. */
export function JoinForm({ kept, former, onDone }: Props) {
  const pair = { officialId: kept.officialId, formerId: former.officialId }
  const read = useRead(compareRecords, pair)
  const to = useTo()
  const draft = useDraft('joining.join', `${kept.officialId} ${former.officialId}`)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const joining = useChange(joinRecords, { draft })
  const whyNot = because.trim() ? null : { vi: 'Cần ghi vì sao là một người.', en: 'Say why they are one person.' }
  const join = async () => {
    if (!whyNot && (await joining.run({ ...pair, because: because.trim() }))) onDone()
  }
  return (
    <Reading of={read} rows={2}>
      {({ faults, differs, keptHas, formerHas }) => (
        <>
          <ToldNote
            of={{ held: keptHas, forbidden: null }}
            title={{ vi: 'Hồ sơ giữ lại có:', en: 'The record that stays has:' }}
          />
          <ToldNote
            of={{ held: formerHas, forbidden: null }}
            title={{ vi: 'Hồ sơ gộp vào có:', en: 'The record that goes into it has:' }}
          />
          <SideBySide of={pair} />
          {faults.length > 0 ? (
            <Notice look="waits">
              <p>{say({ vi: 'Chưa gộp được:', en: 'They cannot be joined yet:' })}</p>
              <ul class="bullets">
                {faults.map(({ code, said, opens }) => (
                  <li key={`${code} ${said.vi}`}>
                    {say(said)}
                    {opens.map(({ name, page }) => (
                      <span key={page}>
                        {' '}
                        <Beside page={to(page)} what={say(name)} />
                      </span>
                    ))}
                  </li>
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
                      vi: 'Khác nhau: {fields}. Giữ như hồ sơ giữ lại ghi; tiếng nói được thì giữ của cả hai.',
                      en: 'They differ in: {fields}. It stays as the record that stays has it; of languages those of both are kept.',
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
          )}
        </>
      )}
    </Reading>
  )
}

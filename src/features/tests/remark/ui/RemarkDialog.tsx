/** A question whose key was wrong: what would change is shown first, then it is marked anew with its reason. */
import type { TestRemarkId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { QuestionBody } from '../../bank/model.ts'
import { getQuestion } from '../../bank/ui/calls.ts'
import { bodyInWords } from '../../bank/ui/question.ts'
import type { Item, RemarkHow, WholeTest } from '../../drawn/model.ts'
import { remarkedColumns } from '../columns.ts'
import { type Remarked, remarkHows } from '../model.ts'
import { versionsFor } from '../rules.ts'
import { previewRemark, remarkFile, remarkTest } from './calls.ts'

type Props = { readonly of: WholeTest; readonly item: Item; readonly onClose: () => void }
const hows = (Object.keys(remarkHows) as RemarkHow[]).map((value) => ({ value, label: remarkHows[value] }))

export function RemarkDialog({ of, item, onClose }: Props) {
  const { classTestId } = of
  const draft = useDraft('remark.mark', `${classTestId}/${item.number}`)
  const testRemarkId = useMade(draft, 'testRemarkId', () => newId<'test_remark'>() as TestRemarkId)
  const [typedHow, setHow] = useTyped<RemarkHow | null>(draft, 'how', null)
  const [typedVersion, setVersion] = useTyped<number | null>(draft, 'version', null)
  const [lowers, setLowers] = useTyped<boolean | null>(draft, 'lowers', false)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const marking = useChange(remarkTest, { draft })
  const question = useRead(getQuestion, { questionId: item.questionId })
  const { able, other } = versionsFor(question.data?.versions ?? [], item.version, item.markedBy)
  // Until something is chosen: by the newest key that is another than marks it now, or not at all.
  const how = typedHow ?? (other ? 'replace' : 'drop')
  const version = typedVersion ?? other?.version ?? able[0]?.version ?? null
  const nowBy = able.filter(({ version: one }) => item.markedBy.includes(one))
  const asked = {
    ...{ classTestId, item: item.number, how, lowers: lowers ?? false },
    ...(how !== 'drop' && version && { version }),
  }
  const reading = useRead(previewRemark, question.data && (how === 'drop' || version) ? asked : null)
  // What was worked out for another choice is not shown under this one.
  const preview = { ...reading, data: reading.loading || reading.problem ? null : reading.data }
  const seen = preview.data?.seen
  const whyNot =
    preview.problem || preview.data === null
      ? { vi: 'Chưa chấm lại được như vậy.', en: 'It cannot be marked so.' }
      : because.trim()
        ? null
        : { vi: 'Ghi lý do.', en: 'Give the reason.' }
  const mark = async () => {
    if (whyNot || seen === undefined) return
    if (await marking.run({ ...asked, testRemarkId, seen, because: because.trim() })) onClose()
  }
  return (
    <Dialog title={{ vi: `Chấm lại câu ${item.number}`, en: `Mark question ${item.number} anew` }} onClose={onClose}>
      <p>{item.sheet.ask}</p>
      <Form
        onSubmit={mark}
        draft={draft}
        problem={marking.problem}
        actions={
          <Button look="primary" submit pending={marking.pending} whyNot={whyNot}>
            {say({ vi: 'Chấm lại', en: 'Mark anew' })}
          </Button>
        }
      >
        <ChoiceField<RemarkHow>
          at="how"
          label={{ vi: 'Làm thế nào', en: 'How' }}
          required
          choices={hows}
          value={how}
          onChange={setHow}
        />
        <p>
          {say(
            { vi: 'Đang chấm theo {keys}', en: 'It is marked by {keys}' },
            {
              keys: item.dropped
                ? say({ vi: 'không đáp án nào: câu không tính', en: 'no key: it does not count' })
                : nowBy.map(keySaid).join('; '),
            },
          )}
        </p>
        {how !== 'drop' && (
          <ChoiceField<string>
            as="rows"
            at="version"
            label={{ vi: 'Theo đáp án của bản', en: 'By the key of version' }}
            hint={{
              vi: 'Đáp án sai thì viết lại câu hỏi trong ngân hàng thành bản mới trước.',
              en: 'A wrong key is written anew in the bank first.',
            }}
            required
            choices={able.map((one) => ({ value: String(one.version), label: { vi: keySaid(one), en: keySaid(one) } }))}
            value={version === null ? null : String(version)}
            onChange={(one) => setVersion(Number(one))}
          />
        )}
        <YesNo
          label={{ vi: 'Có hạ điểm của ai không?', en: 'May marks be lower?' }}
          required
          hint={{
            vi: 'Không: ai bị thấp hơn thì giữ điểm cũ',
            en: 'No: who would have less keeps the mark',
          }}
          value={lowers}
          onChange={setLowers}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
        <Reading of={preview} rows={3}>
          {(data) => (
            <>
              <p>
                {say(
                  {
                    vi: '{n} trên {all} lượt làm đổi điểm; {up} người nay đạt, {down} người không còn đạt.',
                    en: '{n} of {all} attempts change; {up} pass now, {down} no longer.',
                  },
                  {
                    n: data.rows.length,
                    all: data.attempts,
                    up: turned(data.rows, true),
                    down: turned(data.rows, false),
                  },
                )}
              </p>
              <ToldNote
                of={data.told}
                title={{
                  vi: 'Của những người không còn đạt, cần có người quyết định:',
                  en: 'Of those who no longer pass, for somebody to decide:',
                }}
              />
              <Listing<Remarked>
                name="remarked"
                caption={{ vi: 'Những bài đổi điểm', en: 'Marks that change' }}
                rows={data.rows}
                rowKey={(row) => row.testAttemptId}
                file={listAs(remarkFile, asked)}
                columns={shown(remarkedColumns)}
                tall
                empty={<Empty title={{ vi: 'Không bài nào đổi điểm.', en: 'No mark changes.' }} />}
              />
            </>
          )}
        </Reading>
      </Form>
    </Dialog>
  )
}

/** "bản 2: A. Một; B. Hai. Đúng: B" */
const keySaid = ({ version, body }: { readonly version: number; readonly body: QuestionBody }): string =>
  say({ vi: 'bản {n}: {key}', en: 'version {n}: {key}' }, { n: version, key: bodyInWords(body) })

const turned = (rows: readonly Remarked[], passed: boolean): number =>
  new Set(
    rows
      .filter(({ before, after }) => before.passed !== after.passed && after.passed === passed)
      .map(({ officialId }) => officialId),
  ).size

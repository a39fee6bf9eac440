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
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Item, RemarkHow, WholeTest } from '../../drawn/model.ts'
import { remarkedColumns } from '../columns.ts'
import { type Remarked, remarkHows } from '../model.ts'
import { previewRemark, remarkFile, remarkTest } from './calls.ts'

type Props = { readonly of: WholeTest; readonly item: Item; readonly onClose: () => void }
const hows = (Object.keys(remarkHows) as RemarkHow[]).map((value) => ({ value, label: remarkHows[value] }))

export function RemarkDialog({ of, item, onClose }: Props) {
  const { classTestId } = of
  const draft = useDraft('remark.mark', `${classTestId}/${item.number}`)
  const testRemarkId = useMade(draft, 'testRemarkId', () => newId<'test_remark'>() as TestRemarkId)
  const [how, setHow] = useTyped<RemarkHow>(draft, 'how', item.newest > item.version ? 'replace' : 'drop')
  const [version, setVersion] = useTyped<number | null>(draft, 'version', item.newest)
  const [lowers, setLowers] = useTyped<boolean | null>(draft, 'lowers', false)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const marking = useChange(remarkTest, { draft })
  const asked = {
    ...{ classTestId, item: item.number, how, lowers: lowers ?? false },
    ...(how !== 'drop' && version && { version }),
  }
  const preview = useRead(previewRemark, how === 'drop' || version ? asked : null)
  const seen = preview.data?.seen
  const whyNot = preview.problem
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
        {how !== 'drop' && (
          <NumberField
            at="version"
            label={{ vi: 'Theo đáp án của bản', en: 'By the key of version' }}
            hint={{
              vi: `Câu đã hỏi theo bản ${item.version}; ngân hàng nay có đến bản ${item.newest}. Đáp án sai thì viết lại câu hỏi thành bản mới trước.`,
              en: `It was asked as version ${item.version}; the bank has versions up to ${item.newest}. A wrong key is written anew in the bank first.`,
            }}
            required
            min={1}
            max={item.newest}
            value={version}
            onChange={setVersion}
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

const turned = (rows: readonly Remarked[], passed: boolean): number =>
  new Set(
    rows
      .filter(({ before, after }) => before.passed !== after.passed && after.passed === passed)
      .map(({ officialId }) => officialId),
  ).size

/** One question: what is asked and what is right, its earlier versions, and how an answer would be marked. */
import { useState } from 'preact/hooks'
import { showInstant } from '#kernel/dates.ts'
import type { QuestionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { type Fact, FactList } from '#platform/web/kit/FactList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type QuestionVersion, questionKinds, questionPools, type WholeQuestion } from '../model.ts'
import { ChangeQuestionDialog } from './ChangeQuestionDialog.tsx'
import { getQuestion } from './calls.ts'
import { HouseholdAsked, MarkedBy } from './HouseholdAsked.tsx'
import { bodyInWords } from './question.ts'
import { TryAnswer } from './TryAnswer.tsx'
import { UseQuestionDialog } from './UseQuestionDialog.tsx'
import '../../ui/tests.css'

const title = { vi: 'Câu hỏi', en: 'Question' }

export default function QuestionPage({ params: { questionId } }: { params: { questionId: string } }) {
  const read = useRead(getQuestion, { questionId: questionId as QuestionId })
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' }, href: to('/ngan-hang-cau-hoi') },
            { label: title },
          ]}
        />
      }
      state={read.data && `${read.data.topicCode}. ${read.data.topicTitle}`}
      action={read.data && <Deeds of={read.data} />}
    >
      <Reading of={read} rows={8}>
        {(data) => <Whole of={data} />}
      </Reading>
    </Page>
  )
}

function Deeds({ of }: { of: WholeQuestion }) {
  const [open, setOpen] = useState<'change' | 'use' | null>(null)
  const [newest] = of.versions
  return (
    <>
      {of.can.includes('change') && (
        <Button look="primary" onClick={() => setOpen('change')}>
          {say({ vi: 'Viết lại', en: 'Write anew' })}
        </Button>
      )}
      {of.can.includes('use') && (
        <Button onClick={() => setOpen('use')}>
          {say(of.state === 'used' ? { vi: 'Thôi dùng', en: 'Take out of use' } : { vi: 'Dùng lại', en: 'Use again' })}
        </Button>
      )}
      {open === 'change' && newest && <ChangeQuestionDialog of={of} newest={newest} onClose={() => setOpen(null)} />}
      {open === 'use' && <UseQuestionDialog of={of} onClose={() => setOpen(null)} />}
    </>
  )
}

function Whole({ of }: { of: WholeQuestion }) {
  const [newest, ...earlier] = of.versions
  if (!newest) return null
  return (
    <>
      {of.out && (
        <Notice look="waits">
          {say(
            { vi: 'Không dùng nữa từ {at}: {because}', en: 'Out of use since {at}: {because}' },
            { at: showInstant(of.out.at), because: of.out.because },
          )}
        </Notice>
      )}
      <p class="tests-ask">{newest.ask}</p>
      <FactList of={factsOf(of, newest)} />
      {newest.body.kind === 'household' && (
        <Section title={{ vi: 'Hộ được hỏi', en: 'The household' }}>
          <HouseholdAsked of={newest.body} />
        </Section>
      )}
      <Section title={{ vi: 'Thử trả lời', en: 'Try an answer' }}>
        <TryAnswer key={newest.version} of={newest} />
      </Section>
      {earlier.length > 0 && (
        <Section title={{ vi: 'Các bản trước', en: 'Earlier versions' }}>
          {earlier.map((one) => (
            <Earlier
              key={one.version}
              of={one}
              followed={of.versions.find(({ version }) => version === one.version + 1)}
            />
          ))}
        </Section>
      )}
    </>
  )
}

const key = (of: QuestionVersion) => (of.body.kind === 'household' ? <ClassMark of={of.class} /> : bodyInWords(of.body))

const factsOf = (of: WholeQuestion, { version, body, basis, madeAt, madeBy, ...newest }: QuestionVersion): Fact[] => [
  { label: { vi: 'Loại câu', en: 'Kind' }, value: say(questionKinds[body.kind]) },
  { label: { vi: 'Đáp án', en: 'Key' }, value: key({ version, body, basis, madeAt, madeBy, ...newest }) },
  ...(body.kind === 'household'
    ? [
        {
          label: { vi: 'Chấm theo', en: 'Marked by' },
          value: <MarkedBy of={body} />,
        },
      ]
    : []),
  { label: { vi: 'Căn cứ', en: 'Source' }, value: basis || null },
  { label: { vi: 'Dùng cho', en: 'For' }, value: say(questionPools[of.pool]) },
  { label: { vi: 'Ngân hàng của', en: 'Bank of' }, value: of.areaName },
  {
    label: { vi: 'Bản', en: 'Version' },
    value: say(
      { vi: '{n}, ghi lúc {at}, {by}', en: '{n}, written {at}, {by}' },
      { n: version, at: showInstant(madeAt), by: madeBy ?? say({ vi: 'phần mềm', en: 'the program' }) },
    ),
  },
]

/** With the reason why it was followed by another. */
const Earlier = ({ of, followed }: { of: QuestionVersion; followed: QuestionVersion | undefined }) => (
  <div class="tests-earlier">
    <p>
      <strong>{say({ vi: 'Bản {n}', en: 'Version {n}' }, { n: of.version })}</strong>{' '}
      {followed?.because &&
        say({ vi: '(viết lại vì: {because})', en: '(written anew: {because})' }, { because: followed.because })}
    </p>
    <p>{of.ask}</p>
    <p>{key(of)}</p>
  </div>
)

/** One question: what is asked, every version of its answer, and what can be done with it. */
import { useState } from 'preact/hooks'
import { showInstant } from '#kernel/dates.ts'
import type { InquiryId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { type Fact, FactList } from '#platform/web/kit/FactList.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { aboutSaid } from '../columns.ts'
import { type AnswerVersion, inquiryStates, type WholeInquiry } from '../model.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { getInquiry } from './calls.ts'
import { ShareDialog } from './ShareDialog.tsx'
import '../../ui/study.css'

const title = { vi: 'Câu hỏi nghiệp vụ', en: 'Question about the work' }

export default function InquiryPage({ params: { inquiryId } }: { params: { inquiryId: string } }) {
  const read = useRead(getInquiry, { inquiryId: inquiryId as InquiryId })
  const to = useTo()
  const above = holds('library.manage')
    ? { label: { vi: 'Hỏi đáp nghiệp vụ', en: 'Questions' }, href: to('/hoi-dap') }
    : { label: { vi: 'Tôi hỏi nghiệp vụ', en: 'My questions' }, href: to('/hoi-dap/cua-toi') }
  return (
    <Page
      title={title}
      above={<Crumbs of={[above, { label: title }]} />}
      state={read.data && say(inquiryStates[read.data.state])}
      action={read.data && <Deeds of={read.data} />}
    >
      <Reading of={read} rows={6}>
        {(data) => <Whole of={data} />}
      </Reading>
    </Page>
  )
}

type Deed = WholeInquiry['can'][number]
const deeds: Readonly<Record<Deed, { vi: string; en: string }>> = {
  answer: { vi: 'Trả lời', en: 'Answer' },
  assign: { vi: 'Giao cho', en: 'Give to' },
  share: { vi: 'Đưa vào thư viện', en: 'Put into the library' },
  refuse: { vi: 'Không trả lời', en: 'Do not answer' },
  withdraw: { vi: 'Rút câu hỏi', en: 'Withdraw' },
}
const inOrder = ['answer', 'share', 'assign', 'refuse', 'withdraw'] as const

function Deeds({ of }: { of: WholeInquiry }) {
  const [open, setOpen] = useState<Deed | null>(null)
  const close = () => setOpen(null)
  const offered = inOrder.filter((deed) => of.can.includes(deed))
  return (
    <>
      {offered.map((deed, at) => (
        <Button key={deed} look={at === 0 ? 'primary' : 'secondary'} onClick={() => setOpen(deed)}>
          {say(deed === 'answer' && of.version > 0 ? { vi: 'Trả lời lại', en: 'Answer anew' } : deeds[deed])}
        </Button>
      ))}
      {open === 'answer' && <AnswerDialog of={of} onClose={close} />}
      {open === 'assign' && <AssignDialog of={of} onClose={close} />}
      {open === 'share' && <ShareDialog of={of} onClose={close} />}
      {(open === 'refuse' || open === 'withdraw') && <CloseDialog of={of} deed={open} onClose={close} />}
    </>
  )
}

function Whole({ of }: { of: WholeInquiry }) {
  const [newest, ...earlier] = of.answers
  const to = useTo()
  return (
    <>
      <p class="study-ask">{of.ask}</p>
      <FactList of={factsOf(of)} />
      <Section title={{ vi: 'Trả lời', en: 'Answer' }}>
        {newest ? <Answer of={newest} /> : <Empty title={{ vi: 'Chưa có trả lời.', en: 'No answer yet.' }} />}
        {of.materialId && (
          <p>
            <a href={to(`/thu-vien/${of.materialId}`)}>
              {say({ vi: 'Câu trả lời trong thư viện', en: 'The answer in the library' })}
            </a>
          </p>
        )}
      </Section>
      {earlier.length > 0 && (
        <Section title={{ vi: 'Các lần trả lời trước', en: 'Earlier answers' }}>
          {earlier.map((one) => (
            <details key={one.version} class="study-earlier">
              <summary>
                {say({ vi: 'Bản {n}', en: 'Version {n}' }, { n: one.version })}{' '}
                {of.answers.find(({ version }) => version === one.version + 1)?.because}
              </summary>
              <Answer of={one} />
            </details>
          ))}
        </Section>
      )}
    </>
  )
}

const factsOf = (of: WholeInquiry): Fact[] => [
  { label: { vi: 'Về', en: 'About' }, value: say(aboutSaid(of)) },
  {
    label: { vi: 'Người hỏi', en: 'Asked by' },
    value: say(
      { vi: '{who}, {unit}, {at}', en: '{who}, {unit}, {at}' },
      { who: of.askedBy, unit: of.areaName, at: showInstant(of.askedAt) },
    ),
  },
  { label: { vi: 'Giao cho', en: 'Given to' }, value: of.assigned },
  ...(of.because ? [{ label: { vi: 'Lý do', en: 'Because' }, value: of.because }] : []),
]

const Answer = ({ of }: { of: AnswerVersion }) => (
  <>
    <div class="study-body">{of.body}</div>
    <FactList
      of={[
        { label: { vi: 'Căn cứ', en: 'Article' }, value: of.basis },
        {
          label: { vi: 'Người trả lời', en: 'Answered by' },
          value: `${of.madeBy}, ${showInstant(of.madeAt)}`,
        },
      ]}
    />
  </>
)

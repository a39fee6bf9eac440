/** One test: what is drawn for it, its questions, the results of each person, markings anew, and what may follow. */
import { useState } from 'preact/hooks'
import { showInstant } from '#kernel/dates.ts'
import type { ClassTestId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { Results } from '../../attempts/ui/Results.tsx'
import { questionKinds } from '../../bank/model.ts'
import { remarkHows } from '../../remark/model.ts'
import { RemarkDialog } from '../../remark/ui/RemarkDialog.tsx'
import { itemColumns } from '../columns.ts'
import { type Item, type TestState, testPurposes, testStates, type WholeTest } from '../model.ts'
import { questionsIn, stepTo } from '../rules.ts'
import { ChangeTestDialog } from './ChangeTestDialog.tsx'
import { showTest, testItemsFile, testPdf } from './calls.ts'
import { DropTestDialog, deedOf, StepTestDialog } from './StepTestDialog.tsx'
import { passSaid, testLooks } from './test.ts'

type Doing = TestState | 'change' | 'drop' | Item

export default function ClassTestPage({ params }: { params: { classTestId: string } }) {
  const read = useRead(showTest, { classTestId: params.classTestId as ClassTestId })
  const [doing, setDoing] = useState<Doing | null>(null)
  const to = useTo()
  const { data } = read
  const title = data ? { vi: data.title, en: data.title } : { vi: 'Bài kiểm tra', en: 'Test' }
  const close = () => setDoing(null)
  return (
    <Page
      title={title}
      above={
        <Crumbs of={[{ label: { vi: 'Bài kiểm tra', en: 'Tests' }, href: to('/de-kiem-tra') }, { label: title }]} />
      }
      state={
        data && (
          <>
            <Badge look={testLooks[data.state]}>{testStates[data.state]}</Badge>
            {` ${say(testPurposes[data.purpose])}, ${data.classTitle}`}
          </>
        )
      }
      action={data && <Deeds of={data} onDo={setDoing} />}
    >
      <Reading of={read} rows={10}>
        {(of) => <Test of={of} onRemark={setDoing} />}
      </Reading>
      {data && doing === 'change' && <ChangeTestDialog of={data} onClose={close} />}
      {data && doing === 'drop' && <DropTestDialog of={data} onClose={close} />}
      {data && typeof doing === 'string' && doing !== 'change' && doing !== 'drop' && (
        <StepTestDialog of={data} to={doing} onClose={close} />
      )}
      {data && doing && typeof doing !== 'string' && <RemarkDialog of={data} item={doing} onClose={close} />}
    </Page>
  )
}

function Deeds({ of, onDo }: { of: WholeTest; onDo: (doing: Doing) => void }) {
  return (
    <>
      {of.can.includes('step') &&
        of.next.map((to) => (
          <Button
            key={to}
            look={stepTo(of.state, to) === 'on' ? 'primary' : 'quiet'}
            whyNot={
              to === 'fixed' && of.lacks.length > 0
                ? { vi: 'Ngân hàng chưa đủ câu.', en: 'The bank has too few questions.' }
                : null
            }
            onClick={() => onDo(to)}
          >
            {say(deedOf(of.state, to))}
          </Button>
        ))}
      {of.can.includes('change') && (
        <>
          <Button onClick={() => onDo('change')}>{say({ vi: 'Sửa', en: 'Change' })}</Button>
          <Button look="quiet" onClick={() => onDo('drop')}>
            {say({ vi: 'Bỏ', en: 'Drop' })}
          </Button>
        </>
      )}
    </>
  )
}

function Test({ of, onRemark }: { of: WholeTest; onRemark: (item: Item) => void }) {
  const codes = new Map(of.topics.map(({ topicId, code }) => [topicId, code]))
  const partSaid = ({ topicId, kind }: Pick<WholeTest['parts'][number], 'topicId' | 'kind'>) =>
    [codes.get(topicId) ?? '', ...(kind ? [say(questionKinds[kind]).toLowerCase()] : [])].join(', ')
  const to = useTo()
  return (
    <>
      {of.lacks.length > 0 && (
        <Notice look="waits">
          {say({ vi: 'Ngân hàng còn thiếu:', en: 'The bank lacks:' })}{' '}
          {of.lacks
            .map((lack) => say({ vi: '{of}: {n} câu', en: '{of}: {n}' }, { of: partSaid(lack), n: lack.lacks }))
            .join('; ')}
        </Notice>
      )}
      <FactList
        of={[
          {
            label: { vi: 'Số câu', en: 'Questions' },
            value: `${questionsIn(of.parts)} (${of.parts.map((part) => `${partSaid(part)}: ${part.count}`).join('; ')})`,
          },
          { label: { vi: 'Mức đạt', en: 'To pass' }, value: passSaid(of.pass) },
          {
            label: { vi: 'Mỗi người được làm', en: 'Each may take it' },
            value: say({ vi: '{n} lần', en: '{n} {n:time|times}' }, { n: of.attempts }),
          },
          {
            label: { vi: 'Thời gian làm bài', en: 'Time' },
            value: of.minutes
              ? say({ vi: '{n} phút', en: '{n} minutes' }, { n: of.minutes })
              : say({ vi: 'đến khi đóng', en: 'until it is closed' }),
          },
          { label: { vi: 'Mã đề, mã rút đề', en: 'Variants, seed' }, value: `${of.variants}; ${of.seed}` },
          {
            label: { vi: 'Lớp', en: 'Class' },
            value: <a href={to(`/lop-hoc/${of.trainingClassId}`)}>{of.classTitle}</a>,
          },
        ]}
      />
      {of.state !== 'draft' && <Drawn of={of} onRemark={onRemark} />}
      {(of.state === 'open' || of.state === 'closed') && <Results of={of} />}
      {of.remarks.length > 0 && <Remarks of={of} />}
    </>
  )
}

function Drawn({ of, onRemark }: { of: WholeTest; onRemark: (item: Item) => void }) {
  const { classTestId } = of
  const to = useTo()
  const [difficult] = of.items.filter(({ answers, right }) => answers > 0 && right * 2 < answers)
  const act = {
    ...{ key: 'act', head: { vi: 'Việc', en: 'Act' }, act: true as const },
    cell: (item: Item) =>
      of.can.includes('remark') && (
        <Button look="quiet" onClick={() => onRemark(item)}>
          {say({ vi: 'Chấm lại câu {n}', en: 'Mark {n} anew' }, { n: item.number })}
        </Button>
      ),
  }
  return (
    <Section
      title={{ vi: 'Các câu đã rút', en: 'What was drawn' }}
      action={
        <div class="form-actions">
          <LinkButton href={href(testPdf, { classTestId })} download>
            {say({ vi: 'In đề cho từng người', en: 'Print for each person' })}
          </LinkButton>
          <LinkButton href={href(testPdf, { classTestId, blank: Math.min(200, Math.max(1, of.enrolled)) })} download>
            {say({ vi: 'In đề không ghi tên', en: 'Print without names' })}
          </LinkButton>
        </div>
      }
    >
      {difficult && (
        <p class="quiet">
          {say({
            vi: 'Câu mà chưa đến nửa số lượt trả lời đúng hết: nên xem lại câu hỏi, đáp án hoặc cách dạy.',
            en: 'Where fewer than half were wholly right: look at the question, its key, or how it was taught.',
          })}
        </p>
      )}
      <Listing<Item>
        name="test-items"
        caption={{ vi: 'Các câu đã rút', en: 'What was drawn' }}
        rows={of.items}
        rowKey={(row) => String(row.number)}
        href={(row) => to(`/ngan-hang-cau-hoi/${row.questionId}`)}
        file={listAs(testItemsFile, { classTestId })}
        columns={[...shown(itemColumns), act]}
        pageName="trang-cau"
        empty={null}
      />
    </Section>
  )
}

const Remarks = ({ of }: { of: WholeTest }) => (
  <Section title={{ vi: 'Đã chấm lại', en: 'Marked anew' }}>
    <ul class="bullets">
      {of.remarks.map(({ item, how, version, lowers, because, changed, by, at }) => (
        <li key={`${at} ${item}`}>
          {[
            `${showInstant(at)}: ${say({ vi: 'câu {n}', en: 'question {n}' }, { n: item })}, ${say(remarkHows[how])}`,
            ...(version ? [say({ vi: 'bản {n}', en: 'version {n}' }, { n: version })] : []),
            say({ vi: '{n} bài đổi điểm', en: '{n} {n:mark|marks} changed' }, { n: changed }),
            ...(lowers ? [say({ vi: 'có thể hạ điểm', en: 'marks could be lower' })] : []),
            because,
            by,
          ].join('; ')}
        </li>
      ))}
    </ul>
  </Section>
)

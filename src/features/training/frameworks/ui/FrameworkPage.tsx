/** One training framework: its topics, what a draft still lacks, its versions. What a source does not say is said to be missing. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { FrameworkId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { topicColumns } from '../columns.ts'
import { frameworkStates, type Topic } from '../model.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import { ChangeFrameworkDialog } from './ChangeFrameworkDialog.tsx'
import { CorrectFrameworkDecisionDialog } from './CorrectFrameworkDecisionDialog.tsx'
import { dropFramework, showFramework, topicsFile } from './calls.ts'
import { FrameworkFacts, Versions } from './FrameworkFacts.tsx'
import { type FrameworkAnswer, pathOf } from './framework.ts'
import { NewVersion } from './NewVersion.tsx'
import { NewTopicDialog, TopicDialog } from './TopicDialogs.tsx'
import '../../ui/training.css'

export default function FrameworkPage({ params: { frameworkId } }: { params: { frameworkId: string } }) {
  const read = useRead(showFramework, { frameworkId: frameworkId as FrameworkId })
  const to = useTo()
  const name = read.data?.name ?? ''
  return (
    <Page
      title={read.data ? { vi: name, en: name } : { vi: 'Khung đào tạo', en: 'Training framework' }}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Khung đào tạo', en: 'Training frameworks' }, href: to('/khung-dao-tao') },
            { label: { vi: name, en: name } },
          ]}
        />
      }
      state={
        read.data &&
        `${say(frameworkStates[read.data.state])}. ${say({ vi: 'Phiên bản {n}.', en: 'Version {n}.' }, { n: read.data.version })}`
      }
      action={read.data && <Deeds of={read.data} />}
    >
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            {data.lacks.length > 0 && <Lacks of={data} />}
            {data.leftOut.length > 0 && <LeftOut of={data} />}
            <FrameworkFacts of={data} />
            <Topics of={data} />
            {data.versions.length > 1 && <Versions of={data} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const Lacks = ({ of }: { of: FrameworkAnswer }) => (
  <Notice look="waits">
    <div>
      <p>{say({ vi: 'Còn thiếu trước khi phê duyệt được:', en: 'Still missing before it can be approved:' })}</p>
      <ul>
        {of.lacks.map((lack) => (
          <li key={lack.en}>{say(lack)}</li>
        ))}
      </ul>
    </div>
  </Notice>
)

/** Who is nominated for a topic that the next version does not have needs no topic any more. */
const LeftOut = ({ of }: { of: FrameworkAnswer }) => (
  <Notice look="waits">
    <div>
      <p>
        {say({
          vi: 'Bản này không còn các chuyên đề đang áp dụng:',
          en: 'Topics in force that this version leaves out:',
        })}
      </p>
      <ul>
        {of.leftOut.map(({ code, title, people }) => (
          <li key={code}>
            {code} {title}
            {people > 0 &&
              say(
                {
                  vi: ': {n} người đang được cử học; sau khi phê duyệt, nhu cầu của họ không còn chuyên đề.',
                  en: ': {n} {n:person is|people are} nominated for it; after the approval their need has no topic.',
                },
                { n: showNumber(people) },
              )}
          </li>
        ))}
      </ul>
    </div>
  </Notice>
)

function Deeds({ of }: { of: FrameworkAnswer }) {
  const [open, setOpen] = useState<'change' | 'drop' | 'approve' | 'correct' | null>(null)
  const close = () => setOpen(null)
  const lacking = of.lacks[0] ?? null
  return (
    <>
      {of.can.includes('draft') && (
        <>
          <Button onClick={() => setOpen('change')}>{say({ vi: 'Sửa bản thảo', en: 'Change the draft' })}</Button>
          <Button look="quiet" onClick={() => setOpen('drop')}>
            {say({ vi: 'Bỏ bản thảo', en: 'Drop the draft' })}
          </Button>
        </>
      )}
      {of.can.includes('approve') && (
        <Button look="primary" whyNot={lacking} onClick={() => setOpen('approve')}>
          {say({ vi: 'Ghi phê duyệt', en: 'Record the approval' })}
        </Button>
      )}
      {of.can.includes('correct') && (
        <Button look="quiet" onClick={() => setOpen('correct')}>
          {say({ vi: 'Đính chính quyết định', en: 'Correct the approval' })}
        </Button>
      )}
      {of.can.includes('version') && <NewVersion of={of} />}
      {open === 'correct' && <CorrectFrameworkDecisionDialog of={of} onClose={close} />}
      {open === 'change' && <ChangeFrameworkDialog of={of} onClose={close} />}
      {open === 'approve' && <ApproveDialog of={of} onClose={close} />}
      {open === 'drop' && <DropDialog of={of} onClose={close} />}
    </>
  )
}

function DropDialog({ of, onClose }: { of: FrameworkAnswer; onClose: () => void }) {
  const { frameworkId } = of
  const draft = useDraft('frameworks.drop', frameworkId)
  const dropping = useChange(dropFramework, { draft, refresh: [] })
  const { route } = useLocation()
  const to = useTo()
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ bản thảo', en: 'Drop the draft' }}
      what={{
        vi: `Bản thảo “${of.name}” và ${of.topics} chuyên đề của nó sẽ bị xóa.`,
        en: `The draft “${of.name}” and its ${of.topics} topics are deleted.`,
      }}
      deed={{ vi: 'Bỏ bản thảo', en: 'Drop the draft' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ frameworkId, because })) route(to('/khung-dao-tao'))
      }}
      onClose={onClose}
    />
  )
}

function Topics({ of }: { of: FrameworkAnswer }) {
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Topic | null>(null)
  const to = useTo()
  const may = of.can.includes('draft')
  return (
    <Section title={{ vi: 'Chuyên đề', en: 'Topics' }}>
      <Listing<Topic>
        name="topics"
        caption={{ vi: 'Chuyên đề của khung', en: 'Topics of the framework' }}
        rows={of.topicList}
        rowKey={(row) => row.frameworkTopicId}
        file={listAs(topicsFile, { frameworkId: of.frameworkId })}
        columns={shown(topicColumns, {
          code: (row) =>
            may ? (
              <Button look="quiet" onClick={() => setChanging(row)}>
                {say({ vi: 'Sửa {code}', en: 'Change {code}' }, { code: row.code })}
              </Button>
            ) : (
              row.code
            ),
        })}
        empty={
          <Empty
            title={{ vi: 'Chưa có chuyên đề nào.', en: 'No topic yet.' }}
            why={{
              vi: 'Thêm từng chuyên đề, hoặc nạp cả bảng từ tệp theo mẫu.',
              en: 'Add topics one by one, or import them from a file.',
            }}
          />
        }
      />
      {may && (
        <div class="form-actions">
          <Button onClick={() => setAdding(true)}>{say({ vi: 'Thêm chuyên đề', en: 'Add a topic' })}</Button>
          <LinkButton href={to(`${pathOf(of.frameworkId)}/nap`)}>
            {say({ vi: 'Nạp từ bảng tính', en: 'Import from a spreadsheet' })}
          </LinkButton>
        </div>
      )}
      {adding && <NewTopicDialog of={of} onClose={() => setAdding(false)} />}
      {changing && <TopicDialog of={of} topic={changing} onClose={() => setChanging(null)} />}
    </Section>
  )
}

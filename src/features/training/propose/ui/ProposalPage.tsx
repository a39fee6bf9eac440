/** From needs to classes: by which limits, how many beside the least, who is in none and why; taken into a draft plan. */
import type { AreaId } from '#kernel/ids.ts'
import { withMark } from '#kernel/marks.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { limitKinds } from '../../limits/model.ts'
import { pathOf } from '../../plan/ui/plan.ts'
import { topicColumns } from '../columns.ts'
import type { TopicNeed } from '../model.ts'
import { AskFields } from './AskFields.tsx'
import { Classes } from './Classes.tsx'
import { Counts } from './Counts.tsx'
import { showProposal, topicsFile } from './calls.ts'
import { type ProposalAnswer, useAsked } from './proposal.ts'
import { useEditing } from './useEditing.ts'

const title = { vi: 'Đề xuất mở lớp', en: 'Proposed classes' }

export default function ProposalPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Proposal areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

function Proposal({ areaId }: { areaId: AreaId }) {
  const ask = useAsked(areaId)
  const read = useRead(showProposal, ask.asked)
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Nhu cầu đào tạo', en: 'Training needs' }, href: to('/nhu-cau-dao-tao') },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{area}, năm {year}: {n} lượt cần học của {p} người; đề xuất {k} lớp cho {s} lượt, {t} lượt đã có chỗ trong kế hoạch, {u} lượt chưa có lớp.',
            en: '{area}, {year}: {n} {n:need|needs} of {p} {p:person|people}; proposed: {k} {k:class|classes} for {s}, {t} in plans already, {u} in none.',
          },
          {
            ...{ area: read.data.areaName, year: ask.asked.year, p: showNumber(read.data.people) },
            ...{ k: showNumber(read.data.classes.length), u: showNumber(read.data.uncovered) },
            ...{ n: showNumber(read.data.needed), s: showNumber(read.data.seated) },
            t: showNumber(read.data.planned + read.data.covered),
          },
        )
      }
      action={
        <LinkButton href={to('/nhu-cau-dao-tao/gioi-han')}>{say({ vi: 'Giới hạn mở lớp', en: 'Limits' })}</LinkButton>
      }
    >
      <AskFields open={read.data?.open ?? []} />
      <Reading of={read} rows={12}>
        {(data) => (
          <>
            <Lacks of={data} />
            <Outside of={data} />
            <Proposed key={JSON.stringify(ask.asked)} of={data} ask={ask} />
            <By of={data} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function Lacks({ of }: { of: ProposalAnswer }) {
  const to = useTo()
  if (of.lacks.length === 0) return null
  return (
    <Notice look="waits">
      {of.lacks.map((one) => say(one)).join(' ')}{' '}
      <LinkButton href={to('/nhu-cau-dao-tao/gioi-han')}>{say({ vi: 'Giới hạn mở lớp', en: 'Limits' })}</LinkButton>{' '}
      <LinkButton href={to('/nhu-cau-dao-tao/duong-di')}>{say({ vi: 'Nơi mở lớp', en: 'Places' })}</LinkButton>
    </Notice>
  )
}

/** What the classes do not answer, and whom they may count twice. */
function Outside({ of }: { of: ProposalAnswer }) {
  const to = useTo()
  const { topicless, nameless } = of.outside
  return (
    <>
      {topicless > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: '{n} nhu cầu chưa gắn chuyên đề nên không có lớp nào được đề xuất.',
              en: '{n} {n:need is|needs are} of no topic: no class is proposed for them.',
            },
            { n: showNumber(topicless) },
          )}{' '}
          <a href={to('/nhu-cau-dao-tao', { 'chuyen-de': 'none' })}>{say({ vi: 'Xem từng người', en: 'See who' })}</a>
        </Notice>
      )}
      {nameless > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: '{n} nhu cầu của người chưa có trong sổ cán bộ nên chưa xếp lớp được.',
              en: '{n} {n:need is|needs are} of people whom the roster does not know.',
            },
            { n: showNumber(nameless) },
          )}
        </Notice>
      )}
      {of.unnamed.map(({ trainingPlanId, name, code, people }) => (
        <Notice key={`${trainingPlanId} ${code}`}>
          <a href={to(pathOf(trainingPlanId))}>{name}</a>{' '}
          {say(
            {
              vi: 'đã có {code} cho {n} lượt chưa ghi tên; đề xuất không biết là ai nên không trừ.',
              en: 'has {code} for {n} without names already; the proposal cannot know who they are.',
            },
            { code, n: showNumber(people) },
          )}
        </Notice>
      ))}
    </>
  )
}

type ProposedProps = { readonly of: ProposalAnswer; readonly ask: ReturnType<typeof useAsked> }

/** The numbers and the classes, as they are changed here. */
function Proposed({ of, ask }: ProposedProps) {
  const editing = useEditing(of, ask.asked)
  const to = useTo()
  return (
    <>
      <Counts of={of} query={ask.query} editing={editing} />
      <Section title={{ vi: 'Theo chuyên đề', en: 'By topic' }}>
        <Listing<TopicNeed>
          name="proposed-topics"
          caption={{ vi: 'Đề xuất theo chuyên đề', en: 'Proposal by topic' }}
          rows={of.topics}
          rowKey={(row) => row.topicId}
          href={(row) => to('/nhu-cau-dao-tao/de-xuat/nguoi', { ...ask.query, 'mot-chuyen-de': row.topicId })}
          file={listAs(topicsFile, ask.asked)}
          columns={shown(topicColumns)}
          empty={
            <Empty
              title={{ vi: 'Không ai cần học các chuyên đề này.', en: 'Nobody needs these topics.' }}
              why={{
                vi: 'Chọn chuyên đề, đơn vị hoặc ngày khác; người đã có chỗ trong kế hoạch của năm không đề xuất lại.',
                en: 'Choose other topics, another unit or day; who has a seat in a plan of the year is not proposed again.',
              }}
            />
          }
        />
      </Section>
      <Classes of={of} {...ask} editing={editing} />
    </>
  )
}

/** What is laid down, and what nobody laid down. */
function By({ of }: { of: ProposalAnswer }) {
  const kinds = [...new Set(of.limits.map(({ kind }) => kind))]
  return (
    <Section title={{ vi: 'Theo giới hạn của tỉnh', en: 'By what the province lays down' }}>
      {of.limits.length > 0 ? (
        <FactList
          of={kinds.map((kind) => ({
            label: limitKinds[kind],
            value: of.limits
              .filter((one) => one.kind === kind)
              .map(({ says, legalReference, mark }) => `${say(says)}. ${say(withMark(legalReference, mark))}`)
              .join('; '),
          }))}
        />
      ) : (
        <p>{say({ vi: 'Tỉnh chưa ghi giới hạn nào.', en: 'Nothing is laid down yet.' })}</p>
      )}
      <p>
        {say({
          vi: 'Giới hạn nào chưa ghi thì không tính. Ai đã học chuyên đề nào: chưa có dữ liệu, vì phần mềm chưa quản lý lớp và chứng nhận.',
          en: 'What is not laid down does not limit. Who has learnt what is not known yet: the software keeps no classes and credentials.',
        })}
      </p>
    </Section>
  )
}

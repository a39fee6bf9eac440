/** My work: what is late, what waits, then what the rooms bring: how far their work is, what changed. */
import { OwnUnitEnded } from '#features/areas/ui/NotThatDay.tsx'
import { roles } from '#kernel/access.ts'
import { showDate } from '#kernel/dates.ts'
import { homeParts } from '#platform/web/home.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Stat } from '#platform/web/kit/Stat.tsx'
import { Empty, Skeleton } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useBrought } from '#platform/web/room.ts'
import { account, holds } from '#platform/web/session.ts'
import type { Work } from '#platform/web/work.ts'
import { isToDo, useWorklist, waiting } from './worklist.ts'

const figures = 3
/** Of so many of the units of my roles it is asked whether they stand still. */
const mostAsked = 5
const ownUnits = () => [...new Set(account.value?.grants.map(({ areaId }) => areaId))].slice(0, mostAsked)

export default function Home() {
  const { work, loading, problem } = useWorklist()
  const parts = useBrought(homeParts)
  const toDo = work.filter(isToDo)
  return (
    <Page title={{ vi: 'Việc của tôi', en: 'My work' }} state={stateOf(toDo, loading)}>
      {ownUnits().map((areaId) => (
        <OwnUnitEnded key={areaId} areaId={areaId} />
      ))}
      <ProblemNote of={problem} />
      {loading && work.length === 0 && <Skeleton rows={4} />}
      {toDo.length > 0 && <ToDo work={toDo} />}
      {beside.map(({ state, title }) => (
        <Beside key={state} title={title} work={work.filter((one) => one.state === state)} />
      ))}
      {parts.map((Part, at) => (
        <Part key={at} />
      ))}
      <MyGrants />
      {holds('survey.fill') && <ToPhone />}
    </Page>
  )
}

const beside = [
  { state: 'coming', title: { vi: 'Sắp tới', en: 'Coming' } },
  { state: 'elsewhere', title: { vi: 'Đang chờ nơi khác làm', en: 'Waiting for others' } },
  { state: 'changed', title: { vi: 'Mới từ hôm qua', en: 'Changed since yesterday' } },
] as const

const Beside = ({ title, work }: { title: Words; work: readonly Work[] }) =>
  work.length === 0 ? null : (
    <Section title={title}>
      <WorkList work={work} />
    </Section>
  )

function stateOf(toDo: readonly Work[], loading: boolean): string {
  if (loading && toDo.length === 0) return say({ vi: 'Đang xem có gì chờ bạn.', en: 'Looking for what waits for you.' })
  if (toDo.length === 0) return say({ vi: 'Không có việc nào chờ bạn.', en: 'Nothing waits for you.' })
  return say(
    {
      vi: '{n} việc đang chờ bạn; {late} việc đã trễ.',
      en: '{n} {n:thing waits|things wait} for you; {late} {late:is|are} late.',
    },
    { n: showNumber(waiting(toDo)), late: showNumber(waiting(toDo.filter((one) => one.state === 'late'))) },
  )
}

const ToDo = ({ work }: { work: readonly Work[] }) => (
  <>
    <div class="stats">
      {work.slice(0, figures).map((one) => (
        <Stat key={one.key} label={one.label} value={one.count ?? '...'} href={one.href} note={one.note} />
      ))}
    </div>
    {work.length > figures && (
      <Section title={{ vi: 'Còn nữa', en: 'And also' }}>
        <WorkList work={work.slice(figures)} />
      </Section>
    )}
  </>
)

const WorkList = ({ work }: { work: readonly Work[] }) => (
  <ul class="office-work">
    {work.map((one) => (
      <li key={one.key}>
        <a href={one.href}>
          {say(one.label)}
          {one.count !== null && <span class="tabular">{showNumber(one.count)}</span>}
          {one.state === 'late' && <Badge look="late">{{ vi: 'trễ', en: 'late' }}</Badge>}
          {one.note && <span class="quiet">{say(one.note)}</span>}
        </a>
      </li>
    ))}
  </ul>
)

const ToPhone = () => (
  <p>
    <a href="/phone">
      {say({ vi: 'Mở phần khảo sát trên điện thoại', en: 'Open the survey application for the phone' })}
    </a>
  </p>
)

function MyGrants() {
  const grants = account.value?.grants ?? []
  return (
    <Section title={{ vi: 'Tôi làm việc với vai trò', en: 'My roles' }}>
      {grants.length === 0 ? (
        <NoRole />
      ) : (
        <ul class="office-work">
          {grants.map((grant) => (
            <li key={`${grant.role} ${grant.areaId}`}>
              <strong>{say(roles[grant.role])}</strong>
              <span>{grant.areaName}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Never given one, or it has ended: two different things to ask about. */
function NoRole() {
  const [ended] = account.value?.ended ?? []
  const ask = { vi: 'Hãy hỏi người quản trị của đơn vị bạn.', en: 'Ask the administrator of your unit.' }
  if (!ended)
    return (
      <Empty title={{ vi: 'Bạn chưa được giao vai trò nào.', en: 'You have not been given a role yet.' }} why={ask} />
    )
  const facts = { role: say(roles[ended.role]), area: ended.areaName, day: showDate(ended.until) }
  const title = {
    vi: 'Vai trò {role}, {area}, của bạn đã hết từ ngày {day}.',
    en: 'Your role {role}, {area}, ended on {day}.',
  }
  return <Empty title={say(title, facts)} why={ask} />
}

/** Turns of a unit's people: counted by what leaders ask, each number with its names. */
import type { OutputOf } from '#kernel/endpoint.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import type { AreaId, FrameworkTopicId, TrainingClassId } from '#kernel/ids.ts'
import { type Sex, sexWords } from '#kernel/persons.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { Tabs } from '#platform/web/kit/Tabs.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { figureColumns, turnColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type Figure, type Organiser, organisers, type TurnRow, type TurnsBy, turnViews } from '../model.ts'
import { listTurns, turnFigures, turnFiguresFile, turnsFile } from './calls.ts'

const title = { vi: 'Lượt học', en: 'Turns' }
const names = 'ten'

export default function TurnsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Turns areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

/** What of the address narrows the turns, as it is asked. */
function useAsked(areaId: AreaId) {
  const [level] = useFilter('cap-mo')
  const [post] = useFilter('doi-tuong')
  const [topic] = useFilter('chuyen-de')
  const [year] = useFilter('nam')
  const [sex] = useFilter('gioi')
  const [ethnicity] = useFilter('dan-toc')
  const [organiser] = useFilter('noi-mo')
  const query = {
    'noi-mo': organiser,
    'cap-mo': level,
    'doi-tuong': post,
    'chuyen-de': topic,
    nam: year,
    gioi: sex,
    'dan-toc': ethnicity,
  }
  const asked = {
    areaId,
    ...(level in organisers && { level: level as Organiser }),
    ...(post && { post }),
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(sex in sexWords && { sex: sex as Sex }),
    ...(ethnicity && { ethnicity }),
    ...(organiser && { organiserId: organiser as AreaId }),
  }
  return { asked, query }
}
type Asked = ReturnType<typeof useAsked>

function Turns({ areaId }: { areaId: AreaId }) {
  const asked = useAsked(areaId)
  const [chosen] = useFilter('theo')
  const by = chosen in turnViews ? (chosen as TurnsBy) : 'post'
  const read = useRead(turnFigures, { ...asked.asked, by })
  const { posts = [], topics = [], years = [] } = read.data ?? {}
  return (
    <Page title={title} state={read.data?.areaName}>
      <Filters>
        <FilterChoice
          name="nam"
          label={{ vi: 'Năm', en: 'Year' }}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <FilterChoice
          name="cap-mo"
          label={{ vi: 'Cấp mở lớp', en: 'Level that held it' }}
          choices={choicesOf(organisers)}
        />
        {read.data?.organiserName && asked.asked.organiserId && (
          <FilterChoice
            name="noi-mo"
            label={turnViews.organiser}
            choices={[{ value: asked.asked.organiserId, label: read.data.organiserName }]}
          />
        )}
        <FilterChoice
          name="doi-tuong"
          label={turnViews.post}
          choices={posts.map(({ post, said }) => ({ value: post, label: said }))}
        />
        <FilterChoice
          name="chuyen-de"
          label={turnViews.topic}
          choices={topics.map(({ topicId, code, title: name }) => ({ value: topicId, label: `${code}. ${name}` }))}
        />
        <FilterChoice name="gioi" label={turnViews.sex} choices={choicesOf(sexWords)} />
        <FilterChoice
          name="dan-toc"
          label={turnViews.ethnicity}
          choices={[
            { value: 'minority', label: { vi: 'Dân tộc thiểu số', en: 'Ethnic minorities' } },
            ...ethnicGroups.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </Filters>
      <Tabs
        label={title}
        tabs={[
          { key: 'so-lieu', label: { vi: 'Số liệu', en: 'Figures' } },
          { key: names, label: { vi: 'Danh sách', en: 'Names' } },
        ]}
      >
        {(tab) =>
          tab === names ? (
            <Names of={asked} />
          ) : (
            <Reading of={read} rows={8}>
              {(data) => <Figures of={data} by={by} asked={asked} />}
            </Reading>
          )
        }
      </Tabs>
    </Page>
  )
}

type FiguresAnswer = OutputOf<typeof contract.turnFigures>
/** Under which name of the address a row narrows the list of names. */
const narrows: Partial<Record<TurnsBy, string>> = {
  organiser: 'noi-mo',
  ...{ post: 'doi-tuong', topic: 'chuyen-de', year: 'nam', sex: 'gioi', ethnicity: 'dan-toc' },
}

function Figures({ of, by, asked }: { of: FiguresAnswer; by: TurnsBy; asked: Asked }) {
  const to = useTo()
  const opens = ({ key }: Figure, level?: Organiser): string | null => {
    const more = { the: names, ...(level && { 'cap-mo': level }) }
    if (by === 'unit') return key ? to('/luot-hoc', { ...asked.query, ...more, noi: key }) : null
    const name = narrows[by]
    const value = key ?? (by === 'post' ? 'none' : null)
    return name && value ? to('/luot-hoc', { ...asked.query, ...more, [name]: value }) : null
  }
  const number = (of: Organiser | 'turns') => (row: Figure) => {
    const address = row[of] > 0 ? opens(row, of === 'turns' ? undefined : of) : null
    return address ? <a href={address}>{showNumber(row[of])}</a> : showNumber(row[of])
  }
  const { total } = of
  const sum = (n: number) => showNumber(n)
  return (
    <>
      <Filters>
        <FilterChoice
          name="theo"
          label={{ vi: 'Đếm theo', en: 'Counted by' }}
          all={turnViews.post}
          choices={choicesOf(turnViews).filter(({ value }) => value !== 'post')}
        />
      </Filters>
      <p class="page-state">
        {say({
          vi: 'Một lượt là một người hoàn thành một lớp. Dòng cộng kể mỗi lượt, mỗi người một lần.',
          en: 'A turn is one person who completed one class. The last row counts each turn and each person once.',
        })}
      </p>
      <Listing<Figure>
        name={`turn-figures-${by}`}
        caption={title}
        rows={of.rows}
        rowKey={(row) => row.key ?? 'none'}
        href={(row) => opens(row)}
        file={listAs(turnFiguresFile, { ...asked.asked, by })}
        columns={shown(figureColumns(by), {
          turns: number('turns'),
          ...{ province: number('province'), district: number('district'), commune: number('commune') },
        })}
        sums={{
          ...{ turns: sum(total.turns), persons: sum(total.persons) },
          ...{ province: sum(total.province), district: sum(total.district), commune: sum(total.commune) },
        }}
        tall
        empty={
          <Empty
            title={{ vi: 'Chưa có lượt học nào như vậy.', en: 'No such turn yet.' }}
            why={{
              vi: 'Một lượt là một người hoàn thành một lớp; lượt có khi lớp được ghi đã xong.',
              en: 'A turn is one person who completed one class; it is there once the class is completed.',
            }}
          />
        }
      />
    </>
  )
}

function Names({ of: { asked } }: { of: Asked }) {
  const [q] = useFilter('q')
  const [ofClass] = useFilter('lop')
  const [page] = usePageNumber()
  const to = useTo()
  const narrowed = { ...asked, ...(ofClass && { trainingClassId: ofClass as TrainingClassId }), ...(q && { q }) }
  const read = useRead(listTurns, { ...narrowed, page })
  const named = read.data?.rows[0]?.title
  return (
    <>
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo họ tên', en: 'Find by name' }} />
        {ofClass && (
          <FilterChoice
            name="lop"
            label={{ vi: 'Lớp', en: 'Class' }}
            choices={[{ value: ofClass, label: named ?? { vi: 'Lớp đã chọn', en: 'The chosen class' } }]}
          />
        )}
      </Filters>
      <Reading of={read} rows={10}>
        {(data) => (
          <Listing<TurnRow>
            name="turns"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.trainingTurnId}
            href={(row) => to(`/can-bo/${row.officialId}`)}
            file={listAs(turnsFile, narrowed)}
            columns={shown(turnColumns)}
            empty={<Empty title={{ vi: 'Không có lượt học nào như vậy.', en: 'No such turn.' }} />}
          />
        )}
      </Reading>
    </>
  )
}

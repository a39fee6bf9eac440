/** What is new since yesterday where I work or read: each line opens what it speaks of. */
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { useFilter, usePageNumber } from '#platform/web/address.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { newsColumns } from '../columns.ts'
import type { listNews as contract } from '../contract.ts'
import { listMyNews, listNews, myNewsFile, newsFile } from './calls.ts'
import { Deed } from './Deed.tsx'

const count = { vi: '{n} việc từ hôm qua, {day}, mới nhất ở trên.', en: '{n} since yesterday, {day}, newest first.' }
const overCount = {
  vi: 'Hơn {n} việc từ hôm qua, {day}, mới nhất ở trên.',
  en: 'More than {n} since yesterday, {day}, newest first.',
}

export default function NewsPage() {
  const [page] = usePageNumber()
  const [word, setWord] = useFilter('viec', '')
  const figures = holds('figure.read')
  const asked = /^[a-z_]{1,30}\.[a-z_]{1,40}$/.test(word) ? { what: word } : {}
  const read = useRead(figures ? listNews : listMyNews, figures || holds('round.read') ? { ...asked, page } : null)
  const state =
    !!read.data?.total &&
    say(read.data.more ? overCount : count, { n: showNumber(read.data.total), day: showDate(read.data.since) })
  return (
    <Page title={{ vi: 'Việc mới', en: 'News' }} state={state}>
      {figures || holds('round.read') ? (
        <Reading of={read} rows={10}>
          {(data) => (
            <News of={data} word={word} onWord={setWord} file={listAs(figures ? newsFile : myNewsFile, asked)} />
          )}
        </Reading>
      ) : (
        <NoPermission right="round.read" />
      )}
    </Page>
  )
}

type Props = {
  readonly of: OutputOf<typeof contract>
  readonly word: string
  readonly onWord: (word: string) => void
  readonly file: ReturnType<typeof listAs>
}

const News = ({ of: { lines, total, more, kinds }, word, onWord, file }: Props) => (
  <Listing
    name="news"
    caption={{ vi: 'Việc mới từ hôm qua', en: 'New since yesterday' }}
    rows={lines}
    total={total}
    more={more}
    rowKey={(line) => line.id}
    file={file}
    columns={shown(newsColumns, { what: (line) => <Deed of={line} /> })}
    filters={
      <ChoiceField
        label={{ vi: 'Việc', en: 'Deed' }}
        required
        as="select"
        choices={[
          { value: '', label: { vi: 'Tất cả', en: 'Everything' } },
          ...kinds.map(({ what, said }) => ({ value: what, label: said })),
        ]}
        value={word}
        onChange={(next) => onWord(next ?? '')}
      />
    }
    empty={
      <Empty
        title={
          word
            ? { vi: 'Từ hôm qua chưa có việc nào loại này.', en: 'Nothing of the kind since yesterday.' }
            : { vi: 'Từ hôm qua chưa có việc mới nào.', en: 'Nothing is new since yesterday.' }
        }
        why={{
          vi: 'Phiếu được gửi, quyết định được ban hành, hộ có thay đổi trong phạm vi của bạn hiện ở đây.',
          en: 'Surveys sent, decisions in force and changes of households where you work are shown here.',
        }}
      >
        <LinkButton href="/">{say({ vi: 'Về Việc của tôi', en: 'To my work' })}</LinkButton>
      </Empty>
    }
  />
)

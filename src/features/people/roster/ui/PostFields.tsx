/** A post to be held: which, where, how, from when to when, by which decision. */
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { useArea } from '#platform/web/area.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { standings, standingWords } from '../model.ts'
import { listPosts } from './calls.ts'
import type { Post } from './official.ts'
import type { There } from './there.ts'

type Props = {
  readonly post: Post
  readonly onChange: (post: Post) => void
  readonly there: There
  /** Whether a last day may be set. */
  readonly ends?: boolean
}

export function PostFields({ post, onChange, there, ends = true }: Props) {
  const posts = useRead(listPosts, {})
  const { areaId } = useArea()
  const put = (part: Partial<Post>) => onChange({ ...post, ...part })
  // Whether one more is appointed was answered for that post, unit and day alone.
  const place = (part: Partial<Post>) => put({ ...part, also: null })
  return (
    <>
      <ChoiceField<string>
        as="select"
        at="post"
        label={{ vi: 'Chức danh', en: 'Post' }}
        required
        choices={(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said }))}
        value={post.post}
        onChange={(chosen) => place({ post: chosen })}
      />
      <AreaPicker
        at="areaId"
        label={{ vi: 'Tại đơn vị', en: 'At the unit' }}
        required
        day={pastDay(post.from) ?? today()}
        first={areaId}
        hint={{
          vi: 'Đơn vị nay đã kết thúc thì ghi Từ ngày trước.',
          en: 'For a unit that has ended since, give the first day first.',
        }}
        chosen={post.areaName || null}
        onChoose={(chosen, areaName) => place({ areaId: chosen, areaName })}
      />
      <ChoiceField
        as="select"
        label={{ vi: 'Giữ chức danh', en: 'Held' }}
        hint={{
          vi: 'Khi ký giấy: cấp phó ghi KT., quyền ghi Q. (chưa đối chiếu văn bản).',
          en: 'On papers a deputy signs as KT., who acts as Q. (not checked against the text).',
        }}
        required
        choices={standings.map((value) => ({ value, label: standingWords[value] }))}
        value={post.standing}
        onChange={(standing) => place({ standing: standing ?? 'own' })}
      />
      <DayField
        label={{ vi: 'Từ ngày', en: 'From' }}
        at="from"
        required
        value={post.from}
        onChange={(from) => place({ from })}
      />
      {(there.people || there.filled) && <Held there={there} also={post.also} onChange={(also) => put({ also })} />}
      {ends && (
        <DayField
          label={{ vi: 'Đến hết ngày', en: 'To the end of' }}
          at="until"
          hint={{ vi: 'Để trống nếu chưa định ngày thôi.', en: 'Empty where no last day is set.' }}
          value={post.last}
          onChange={(last) => put({ last })}
        />
      )}
      <TextField
        label={{ vi: 'Số quyết định', en: 'Number of the decision' }}
        at="decisionNumber"
        value={post.decisionNumber}
        onChange={(decisionNumber) => put({ decisionNumber })}
        maxLength={60}
      />
      <DayField
        label={{ vi: 'Ngày quyết định', en: 'Day of the decision' }}
        at="decidedOn"
        value={post.decidedOn}
        onChange={(decidedOn) => put({ decidedOn })}
      />
    </>
  )
}

/** A first day that is over: units are chosen as they stood then. */
function pastDay(from: string | null): PlainDate | null {
  const day = findPlainDate(from ?? '')
  return day && day < today() ? day : null
}

type HeldProps = { readonly there: There; readonly also: boolean | null; readonly onChange: (also: boolean) => void }

/** Who holds it there on that day; where the place is filled, one more is asked about. */
const Held = ({ there: { people, required, filled }, also, onChange }: HeldProps) => (
  <>
    {people && (
      <Notice look="waits">
        {say(
          { vi: 'Hôm ấy giữ chức danh này ở đây: {people}.', en: 'Holding this post here on that day: {people}.' },
          { people },
        )}
        {required !== null && say({ vi: ' Định mức: {n} người.', en: ' By the norm: {n}.' }, { n: required })}
      </Notice>
    )}
    {filled && (
      <YesNo
        at="also"
        label={{ vi: 'Đã đủ người. Vẫn giao thêm?', en: 'The place is filled. Appoint one more?' }}
        required
        value={also}
        onChange={onChange}
      />
    )}
  </>
)

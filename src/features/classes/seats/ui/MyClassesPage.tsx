/** The classes of who looks: when, where, and how they stand in each. */
import { href } from '#platform/web/calls.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { slotSaid } from '../../sessions/rules.ts'
import { myClassColumns, notComing } from '../columns.ts'
import type { MyClass } from '../model.ts'
import { isMine } from '../rules.ts'
import { myCalendar, myClasses, myClassesFile } from './calls.ts'

const title = { vi: 'Lớp của tôi', en: 'My classes' }
const unknown = {
  title: { vi: 'Tài khoản chưa gắn với ai trong sổ cán bộ.', en: 'The account is joined to no official.' },
  why: {
    vi: 'Hãy hỏi người giữ sổ cán bộ ở đơn vị để gắn tài khoản với hồ sơ của bạn.',
    en: 'Ask who keeps the roster at your unit to join it to your record.',
  },
}

/** Every session in its own line, with its place. */
const whenOf = ({ state, sessions }: MyClass) =>
  !isMine(state) ? (
    say(notComing)
  ) : sessions.length === 0 ? (
    say({ vi: 'chưa định', en: 'not set' })
  ) : (
    <ul class="plain-list">
      {sessions.map((one) => (
        <li key={`${one.day} ${one.from}`}>{[say(slotSaid(one)), one.place].filter(Boolean).join(', ')}</li>
      ))}
    </ul>
  )

const acts = {
  key: 'act',
  head: { vi: 'Lịch', en: 'Calendar' },
  act: true as const,
  cell: ({ classSeatId, sessions, state, title: named }: MyClass) =>
    sessions.length > 0 && (
      <LinkButton look="quiet" download href={href(myCalendar, { classSeatId })}>
        {isMine(state)
          ? say({ vi: 'Tải vào lịch', en: 'For a calendar' })
          : say({ vi: 'Gỡ khỏi lịch', en: 'Out of the calendar' })}
        <span class="only-heard"> {named}</span>
      </LinkButton>
    ),
}

export default function MyClassesPage() {
  const read = useRead(myClasses, {})
  return (
    <Page title={title}>
      <Reading of={read} rows={4}>
        {({ known, rows }) =>
          known ? (
            <Listing<MyClass>
              name="my-classes"
              caption={title}
              rows={rows}
              rowKey={(row) => row.classSeatId}
              file={listAs(myClassesFile, {})}
              columns={[...shown(myClassColumns, { when: whenOf }), acts]}
              empty={
                <Empty
                  title={{ vi: 'Bạn chưa có tên trong lớp nào.', en: 'You are in no class yet.' }}
                  why={{
                    vi: 'Đơn vị cử bạn vào lớp nào thì lớp ấy hiện ở đây.',
                    en: 'A class stands here once your unit names you.',
                  }}
                />
              }
            />
          ) : (
            <Empty {...unknown} />
          )
        }
      </Reading>
    </Page>
  )
}

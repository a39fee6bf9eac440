import { showInstant } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { endSession, mySessions } from './calls.ts'
import { deviceName } from './deviceName.ts'

/** Where I am signed in, and the way to end what is not me. */
export function MySessions() {
  const read = useRead(mySessions, {})
  const ending = useChange(endSession)
  return (
    <Section title={{ vi: 'Nơi tôi đang đăng nhập', en: 'Where I am signed in' }}>
      <ProblemNote of={ending.problem} />
      <Reading of={read} rows={2}>
        {({ sessions }) => (
          <Listing
            name="my-sessions"
            caption={{ vi: 'Các phiên đăng nhập', en: 'Sessions' }}
            rows={sessions}
            rowKey={(session) => session.id}
            file={null}
            empty={<Empty title={{ vi: 'Không có phiên nào.', en: 'There is no session.' }} />}
            columns={[
              { key: 'device', head: { vi: 'Thiết bị', en: 'Device' }, cell: (s) => say(deviceName(s.device)) },
              { key: 'from', head: { vi: 'Từ lúc', en: 'Since' }, cell: (s) => showInstant(s.startedAt) },
              { key: 'seen', head: { vi: 'Lần cuối', en: 'Last seen' }, cell: (s) => showInstant(s.seenAt) },
              {
                key: 'end',
                head: { vi: 'Kết thúc', en: 'End' },
                cell: (s) =>
                  s.current ? (
                    <Badge look="done">{{ vi: 'phiên này', en: 'this one' }}</Badge>
                  ) : (
                    <Button look="quiet" onClick={() => void ending.run({ sessionId: s.id })}>
                      {say({ vi: 'Kết thúc', en: 'End it' })}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Reading>
    </Section>
  )
}

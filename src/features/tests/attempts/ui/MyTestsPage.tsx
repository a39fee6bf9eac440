/** The tests of the classes in which I have a seat: to begin, to go on with, and what came of them. */
import { useLocation } from 'preact-iso'
import type { TestAttemptId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { passSaid } from '../../drawn/ui/test.ts'
import { myTestColumns } from '../columns.ts'
import { type MyTest, notNow } from '../model.ts'
import { beginTest, myTests, myTestsFile } from './calls.ts'
import '../../ui/tests.css'

const title = { vi: 'Bài kiểm tra của tôi', en: 'My tests' }
const takePath = (id: string) => `/bai-kiem-tra/${id}`

export default function MyTestsPage() {
  const read = useRead(myTests, {})
  return (
    <Page title={title}>
      <Reading of={read} rows={5}>
        {({ known, rows }) =>
          known ? (
            <>
              {rows
                .filter(({ state }) => state === 'open')
                .map((one) => (
                  <Open key={one.classTestId} of={one} />
                ))}
              <Listing<MyTest>
                name="my-tests"
                caption={title}
                rows={rows}
                rowKey={(row) => row.classTestId}
                file={listAs(myTestsFile, {})}
                columns={shown(myTestColumns)}
                empty={
                  <Empty
                    title={{ vi: 'Chưa có bài kiểm tra nào cho bạn.', en: 'There is no test for you yet.' }}
                    why={{
                      vi: 'Bài kiểm tra hiện ở đây khi lớp bạn có chỗ học mở bài.',
                      en: 'A test stands here once a class in which you have a seat opens it.',
                    }}
                  />
                }
              />
            </>
          ) : (
            <Empty
              title={{ vi: 'Tài khoản chưa gắn với ai trong sổ cán bộ.', en: 'The account is joined to no official.' }}
              why={{
                vi: 'Hãy hỏi người giữ sổ cán bộ ở đơn vị để gắn tài khoản với hồ sơ của bạn.',
                en: 'Ask who keeps the roster at your unit to join it to your record.',
              }}
            />
          )
        }
      </Reading>
    </Page>
  )
}

function Open({ of }: { of: MyTest }) {
  const begun = of.mine.find(({ sentAt }) => sentAt === null)
  const last = of.mine.at(-1)
  const to = useTo()
  return (
    <Section title={{ vi: of.title, en: of.title }}>
      <p>
        {of.classTitle}. {say({ vi: '{n} câu', en: '{n} questions' }, { n: of.questions })}
        {of.minutes && `, ${say({ vi: '{n} phút', en: '{n} minutes' }, { n: of.minutes })}`}
        {of.pass && `, ${say({ vi: 'đạt', en: 'passed' })} ${passSaid(of.pass)}`}
        {`, ${say({ vi: 'được làm {n} lần', en: 'may be taken {n} {n:time|times}' }, { n: of.attempts })}.`}
      </p>
      <div class="form-actions">
        {begun ? (
          <LinkButton look="primary" href={to(takePath(begun.testAttemptId))}>
            {say({ vi: 'Làm tiếp', en: 'Go on' })}
          </LinkButton>
        ) : (
          <Begin of={of} />
        )}
        {last?.sentAt && (
          <LinkButton look="quiet" href={to(takePath(last.testAttemptId))}>
            {say({ vi: 'Xem bài đã nộp', en: 'What I sent' })}
          </LinkButton>
        )}
      </div>
    </Section>
  )
}

function Begin({ of: { classTestId, notNow: why } }: { of: MyTest }) {
  const beginning = useChange(beginTest)
  const { route } = useLocation()
  const to = useTo()
  const begin = async () => {
    const testAttemptId = newId<'test_attempt'>() as TestAttemptId
    if (await beginning.run({ classTestId, testAttemptId })) route(to(takePath(testAttemptId)))
  }
  return (
    <>
      <Button look="primary" pending={beginning.pending} whyNot={why && notNow[why]} onClick={begin}>
        {say({ vi: 'Bắt đầu làm bài', en: 'Begin' })}
      </Button>
      {beginning.problem && <ProblemNote of={beginning.problem} />}
    </>
  )
}

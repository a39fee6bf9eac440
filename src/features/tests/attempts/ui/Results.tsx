/** Who was tested and how it came out, person by person; papers are entered from here. */
import { useState } from 'preact/hooks'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { WholeTest } from '../../drawn/model.ts'
import { resultColumns } from '../columns.ts'
import type { Result } from '../model.ts'
import { AttemptDialog } from './AttemptDialog.tsx'
import { listResults, resultsFile } from './calls.ts'
import { EnterPaperDialog } from './EnterPaperDialog.tsx'

export function Results({ of }: { of: WholeTest }) {
  const { classTestId } = of
  const read = useRead(listResults, { classTestId })
  const [entering, setEntering] = useState<Result | null>(null)
  const [looking, setLooking] = useState<Result | null>(null)
  const to = useTo()
  const act = {
    ...{ key: 'act', head: { vi: 'Việc', en: 'Act' }, act: true as const },
    cell: (row: Result) => (
      <>
        {of.can.includes('paper') && row.attempts < of.attempts && (
          <Button look="quiet" onClick={() => setEntering(row)}>
            {say({ vi: 'Nhập bài giấy', en: 'Enter a paper' })}
          </Button>
        )}
        {row.testAttemptId && (
          <Button look="quiet" onClick={() => setLooking(row)}>
            {say({ vi: 'Xem bài', en: 'Look' })}
          </Button>
        )}
      </>
    ),
  }
  return (
    <Section
      title={{ vi: 'Kết quả', en: 'Results' }}
      action={
        <LinkButton href={to(`/de-kiem-tra/lop/${of.trainingClassId}`)}>
          {say({ vi: 'So đầu khóa với cuối khóa', en: 'Before and after' })}
        </LinkButton>
      }
    >
      <p class="quiet">
        {say({
          vi: 'Mỗi câu 1 điểm. Điểm được so với mức đạt bằng phân số, không làm tròn; làm nhiều lần thì lấy lần cao nhất, không cộng.',
          en: 'A point a question. Marks are compared as fractions, never rounded; of several attempts the best counts, and none are summed.',
        })}
      </p>
      <Reading of={read} rows={6}>
        {(data) => (
          <>
            <Listing<Result>
              name="test-results"
              caption={{ vi: 'Kết quả', en: 'Results' }}
              rows={data.rows}
              rowKey={(row) => row.officialId}
              file={listAs(resultsFile, { classTestId })}
              columns={[...shown(resultColumns(data.pass)), act]}
              empty={<Empty title={{ vi: 'Chưa ai có chỗ trong lớp.', en: 'Nobody has a seat in the class yet.' }} />}
            />
            {entering && (
              <EnterPaperDialog
                key={entering.officialId}
                of={data}
                classTestId={classTestId}
                person={entering}
                onNext={() => {
                  const waits = data.rows.filter(
                    (row) => row.attempts < of.attempts && row.officialId !== entering.officialId,
                  )
                  const here = data.rows.indexOf(entering)
                  setEntering(waits.find((row) => data.rows.indexOf(row) > here) ?? null)
                }}
                onClose={() => setEntering(null)}
              />
            )}
            {looking?.testAttemptId && (
              <AttemptDialog
                id={looking.testAttemptId}
                name={looking.name}
                of={data}
                onClose={() => setLooking(null)}
              />
            )}
          </>
        )}
      </Reading>
    </Section>
  )
}

/** The tests of the classes of a unit and of those below it. */
import { useState } from 'preact/hooks'
import type { AreaId, TrainingClassId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { testColumns } from '../columns.ts'
import { type ClassTest, type TestPurpose, type TestState, testPurposes, testStates } from '../model.ts'
import { listTests, testsFile } from './calls.ts'
import { DraftTestDialog } from './DraftTestDialog.tsx'
import { testPath } from './test.ts'

const title = { vi: 'Bài kiểm tra của lớp', en: 'Tests of classes' }

export default function ClassTestsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Tests areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="class.manage" />
    </Page>
  )
}

function Tests({ areaId }: { areaId: AreaId }) {
  const [ofClass] = useFilter('lop')
  const [purpose] = useFilter('dung-cho')
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const [drafting, setDrafting] = useState(false)
  const to = useTo()
  const asked = {
    areaId,
    ...(ofClass && { trainingClassId: ofClass as TrainingClassId }),
    ...(purpose && { purpose: purpose as TestPurpose }),
    ...(state && { state: state as TestState }),
    ...(q && { q }),
  }
  const read = useRead(listTests, { ...asked, page })
  const classes = read.data?.classes ?? []
  return (
    <Page
      title={title}
      action={
        read.data?.mayWrite && (
          <Button look="primary" onClick={() => setDrafting(true)}>
            {say({ vi: 'Soạn bài kiểm tra', en: 'Draft a test' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên bài, tên lớp', en: 'Find by title or class' }} />
        <FilterChoice
          name="lop"
          label={{ vi: 'Lớp', en: 'Class' }}
          choices={classes.map(({ trainingClassId: value, title: label }) => ({ value, label }))}
        />
        <FilterChoice name="dung-cho" label={{ vi: 'Dùng cho', en: 'For' }} choices={choicesOf(testPurposes)} />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(testStates)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            {ofClass && (
              <LinkButton href={to(`/de-kiem-tra/lop/${ofClass}`)} look="quiet">
                {say({ vi: 'So đầu khóa với cuối khóa của lớp này', en: 'Before and after of this class' })}
              </LinkButton>
            )}
            <Listing<ClassTest>
              name="class-tests"
              caption={title}
              rows={data.rows}
              total={data.total}
              rowKey={(row) => row.classTestId}
              href={(row) => to(testPath(row.classTestId))}
              file={listAs(testsFile, asked)}
              columns={shown(testColumns)}
              empty={
                ofClass || purpose || state || q ? (
                  <Empty title={{ vi: 'Không có bài kiểm tra nào như vậy.', en: 'No such test.' }} />
                ) : (
                  <Empty
                    title={{ vi: 'Chưa soạn bài kiểm tra nào.', en: 'No test yet.' }}
                    why={{
                      vi: 'Bài kiểm tra là của một lớp; các câu được rút từ ngân hàng của đơn vị mở lớp khi chốt đề.',
                      en: 'A test is of a class; its questions are drawn from the bank of who holds the class when it is fixed.',
                    }}
                  />
                )
              }
            />
            {drafting && (
              <DraftTestDialog
                of={data}
                areaId={areaId}
                chosen={(ofClass as TrainingClassId) || null}
                onClose={() => setDrafting(false)}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

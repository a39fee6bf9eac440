/** What is asked about the work at a unit and below it; what waits stands first. */
import { errorSaid } from '#features/training/needs/model.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
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
import { TopicFilter } from '../../materials/ui/LibraryPage.tsx'
import { inquiryColumns } from '../columns.ts'
import {
  type FormSection,
  formSections,
  type Given,
  givens,
  type Inquiry,
  type InquiryState,
  inquiryStates,
} from '../model.ts'
import { inquiriesFile, listInquiries } from './calls.ts'

const title = { vi: 'Hỏi đáp nghiệp vụ', en: 'Questions about the work' }

export default function InquiriesPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Inquiries areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.manage" />
    </Page>
  )
}

function Inquiries({ areaId }: { areaId: AreaId }) {
  const [topic] = useFilter('chuyen-de')
  const [section] = useFilter('muc')
  const [state] = useFilter('tinh-trang')
  const [given] = useFilter('giao')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const to = useTo()
  const asked = {
    areaId,
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(section && { section: section as FormSection }),
    ...(state && { state: state as InquiryState }),
    ...(given && { given: given as Given }),
    ...(q && { q }),
  }
  const read = useRead(listInquiries, { ...asked, page })
  return (
    <Page
      title={title}
      state={read.data?.areaName}
      action={<LinkButton href={to('/hoi-dap/cua-toi')}>{say({ vi: 'Tôi hỏi', en: 'I ask' })}</LinkButton>}
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo câu hỏi', en: 'Find by question' }} />
        <TopicFilter topics={read.data?.topics ?? []} />
        <FilterChoice
          name="muc"
          label={{ vi: 'Mục của phiếu', en: 'Section' }}
          choices={formSections.map((value) => ({ value, label: say(errorSaid(value)) }))}
        />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(inquiryStates)} />
        <FilterChoice name="giao" label={{ vi: 'Giao cho', en: 'Given to' }} choices={choicesOf(givens)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Inquiry>
            name="inquiries"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.inquiryId}
            href={(row) => to(`/hoi-dap/${row.inquiryId}`)}
            file={listAs(inquiriesFile, asked)}
            columns={shown(inquiryColumns)}
            empty={<Empty title={{ vi: 'Không có câu hỏi nào như vậy.', en: 'No such question.' }} />}
          />
        )}
      </Reading>
    </Page>
  )
}

/** What I asked about the work, and what was answered; asked here, and from a section of the survey form. */
import { useState } from 'preact/hooks'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { inquiryColumns } from '../columns.ts'
import { type FormSection, formSections, type Inquiry, type InquiryState, inquiryStates } from '../model.ts'
import { AskDialog } from './AskDialog.tsx'
import { myInquiries, myInquiriesFile } from './calls.ts'

const title = { vi: 'Tôi hỏi nghiệp vụ', en: 'My questions about the work' }
const isSection = (text: string): text is FormSection => (formSections as readonly string[]).includes(text)

export default function MyInquiriesPage() {
  const { areaId } = useArea()
  const [section, setSection] = useFilter('muc')
  const [state] = useFilter('tinh-trang')
  const [page] = usePageNumber()
  const [asking, setAsking] = useState(isSection(section))
  const to = useTo()
  const asked = state ? { state: state as InquiryState } : {}
  const read = useRead(myInquiries, { ...asked, page })
  const close = () => {
    setAsking(false)
    if (section) setSection(null)
  }
  return (
    <Page
      title={title}
      action={
        areaId && (
          <Button look="primary" onClick={() => setAsking(true)}>
            {say({ vi: 'Hỏi nghiệp vụ', en: 'Ask' })}
          </Button>
        )
      }
    >
      <Filters>
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(inquiryStates)} />
      </Filters>
      <Reading of={read} rows={5}>
        {(data) => (
          <Listing<Inquiry>
            name="my-inquiries"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.inquiryId}
            href={(row) => to(`/hoi-dap/${row.inquiryId}`)}
            file={listAs(myInquiriesFile, asked)}
            columns={shown(inquiryColumns)}
            empty={
              <Empty
                title={{ vi: 'Bạn chưa hỏi gì như vậy.', en: 'You have asked nothing like that.' }}
                why={{
                  vi: 'Hỏi về một chuyên đề hoặc một mục của phiếu; câu trả lời có căn cứ điều khoản.',
                  en: 'Ask about a topic or a section of the form; the answer names the article.',
                }}
              />
            }
          />
        )}
      </Reading>
      {asking && areaId && <AskDialog areaId={areaId} section={isSection(section) ? section : null} onClose={close} />}
    </Page>
  )
}

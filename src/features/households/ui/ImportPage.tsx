/** A list of households from a spreadsheet: template, check, report, and only then the writing of what was checked. */
import { useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { FileField } from '#platform/web/kit/FileField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { CheckAnswer } from './answers.ts'
import { checkImport, importHouseholds, importTemplate } from './calls.ts'
import { Report } from './import/Report.tsx'
import './households.css'

const title: Words = { vi: 'Nhập danh sách hộ', en: 'Import households' }
const maxBytes = 20_000_000

export default function ImportPage() {
  const { areaId } = useArea()
  const to = useTo()
  const area = useRead(showArea, areaId ? { areaId, day: today() } : null)
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Hộ', en: 'Households' }, href: to('/ho') }, { label: title }]} />}
      state={
        area.data &&
        say(
          {
            vi: 'Cho {name}. Kiểm tra trước, chỉ ghi khi không còn lỗi nào; ghi tất cả hoặc không ghi gì.',
            en: 'For {name}. It is checked first and written only without errors: all or nothing.',
          },
          { name: area.data.name },
        )
      }
      action={
        <LinkButton href={href(importTemplate, {})} download>
          {say({ vi: 'Tải tệp mẫu', en: 'Download the template' })}
        </LinkButton>
      }
    >
      <Reading of={area} rows={5}>
        {(data) =>
          areaId && data.area?.level === 'commune' && data.can.includes('keep') ? (
            <ImportSteps areaId={areaId} />
          ) : (
            <NotHere />
          )
        }
      </Reading>
    </Page>
  )
}

const NotHere = () => (
  <Notice look="waits">
    {say({
      vi: 'Danh sách được nhập cho một xã, bởi công chức xã ấy. Hãy chọn xã bạn phụ trách ở trang Hộ.',
      en: 'A list is imported for a commune by its official. Choose your commune on the page of households.',
    })}
  </Notice>
)

function ImportSteps({ areaId }: { areaId: AreaId }) {
  const [asked, setAsked] = useState<Asked>({ file: null, day: today() })
  const [report, setReport] = useState<CheckAnswer | null>(null)
  const [done, setDone] = useState<{ households: number; members: number } | null>(null)
  const checking = useChange(checkImport, { refresh: [] })
  const writing = useChange(importHouseholds)
  const { file } = asked
  const listedOn = findPlainDate(asked.day ?? '')
  const check = async () => {
    if (file && listedOn) setReport(await checking.run({ areaId, listedOn }, file))
  }
  const write = async () => {
    if (file && listedOn && report) setDone(await writing.run({ areaId, listedOn, sha256: report.sha256 }, file))
  }
  if (done) return <Done of={done} />
  return (
    <div class="households-narrow">
      <Form
        onSubmit={check}
        problem={checking.problem}
        actions={
          <Button
            look={report ? 'secondary' : 'primary'}
            submit
            pending={checking.pending}
            whyNot={whyNotCheck(file, listedOn)}
          >
            {checking.pending
              ? say({ vi: 'Đang kiểm tra...', en: 'Checking...' })
              : say({ vi: 'Kiểm tra', en: 'Check' })}
          </Button>
        }
      >
        <ListFields
          asked={asked}
          onChange={(next) => {
            setAsked(next)
            setReport(null)
          }}
        />
      </Form>
      {report && <Report of={report} pending={writing.pending} problem={writing.problem} onWrite={write} />}
    </div>
  )
}

type Asked = { readonly file: File | null; readonly day: string | null }

function whyNotCheck(file: File | null, listedOn: PlainDate | null): Words | null {
  if (!file) return { vi: 'Chọn tệp.', en: 'Choose a file.' }
  return listedOn && listedOn <= today()
    ? null
    : { vi: 'Nhập ngày của danh sách, không sau hôm nay.', en: 'Type the day of the list, not after today.' }
}

const ListFields = ({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) => (
  <>
    <FileField
      label={{ vi: 'Tệp danh sách (.xlsx hoặc .csv)', en: 'The list (.xlsx or .csv)' }}
      hint={{
        vi: 'Mỗi dòng một thành viên, theo tệp mẫu. CSV phải là UTF-8.',
        en: 'One member a row, as in the template. CSV in UTF-8.',
      }}
      required
      accept=".xlsx,.csv"
      maxBytes={maxBytes}
      value={asked.file}
      onChange={(file) => onChange({ ...asked, file })}
    />
    <DayField
      label={{ vi: 'Danh sách lập tại ngày', en: 'The list speaks of' }}
      hint={{ vi: 'Hộ và thành viên được tính từ ngày này.', en: 'Households and members count from this day.' }}
      required
      value={asked.day}
      onChange={(day) => onChange({ ...asked, day })}
    />
  </>
)

function Done({ of }: { of: { households: number; members: number } }) {
  const to = useTo()
  return (
    <Notice>
      <p role="status">
        {say(
          { vi: 'Đã ghi {h} hộ, {m} thành viên.', en: '{h} households, {m} members were written.' },
          { h: showNumber(of.households), m: showNumber(of.members) },
        )}
      </p>
      <LinkButton href={to('/ho')} look="primary">
        {say({ vi: 'Xem danh sách hộ', en: 'See the households' })}
      </LinkButton>
    </Notice>
  )
}

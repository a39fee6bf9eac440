/** A list of households from a spreadsheet: template, check, report, and only then the writing of what was checked. */
import { useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { ImportSteps } from '#platform/web/imports/ImportSteps.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { checkImport, faultyRows, importHouseholds, importTemplate } from './calls.ts'
import { Found } from './Found.tsx'
import '../../ui/households.css'

const title: Words = { vi: 'Nhập danh sách hộ', en: 'Import households' }

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
            <div class="households-narrow">
              <HouseholdImport areaId={areaId} />
            </div>
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

function HouseholdImport({ areaId }: { areaId: AreaId }) {
  const [day, setDay] = useState<string | null>(today())
  const listedOn = findPlainDate(day ?? '')
  return (
    <ImportSteps
      check={checkImport}
      faulty={faultyRows}
      write={importHouseholds}
      input={listedOn && { areaId, listedOn }}
      lacking={
        listedOn && listedOn <= today()
          ? null
          : { vi: 'Nhập ngày của danh sách, không sau hôm nay.', en: 'Type the day of the list, not after today.' }
      }
      hint={{
        vi: 'Mỗi dòng một thành viên, theo tệp mẫu. Nếu dùng CSV, trong Excel hãy lưu kiểu “CSV UTF\u20118”.',
        en: 'One member a row, as in the template. CSV in UTF-8.',
      }}
      found={(report) => <Found of={report} />}
      writes={({ households }) =>
        households === 0
          ? null
          : say({ vi: 'Ghi {h} hộ vào sổ', en: 'Write {h} {h:household|households}' }, { h: showNumber(households) })
      }
      done={(written) => <Done of={written} />}
    >
      <DayField
        label={{ vi: 'Danh sách lập tại ngày', en: 'The list speaks of' }}
        hint={{ vi: 'Hộ và thành viên được tính từ ngày này.', en: 'Households and members count from this day.' }}
        required
        value={day}
        onChange={setDay}
      />
    </ImportSteps>
  )
}

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

/** Phones of the area: who has one, what waits on it, and the office's word where it was given back or lost. */

import { useState } from 'preact/hooks'
import { useFilter, usePageNumber } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { HandIn } from '../../delivery/ui/HandIn.tsx'
import { deviceColumns } from '../columns.ts'
import { type Device, type DeviceState, deviceStateNames, deviceStates } from '../model.ts'
import { devicesFile, listDevices } from './calls.ts'
import { SayDialog, type Saying } from './SayDialog.tsx'

const title = { vi: 'Điện thoại khảo sát', en: 'Phones in the field' }

export default function DevicesPage() {
  const { areaId } = useArea()
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const [saying, setSaying] = useState<Saying | null>(null)
  const [q] = useFilter('q')
  const asked = areaId && { areaId, ...(q && { q }), ...(state && { state: state as DeviceState }) }
  const read = useRead(listDevices, asked && { ...asked, page })
  return (
    <Page
      title={title}
      state={say({
        vi: 'Phiếu nào còn chờ gửi, trên máy của ai, theo lần cuối máy ấy có mạng.',
        en: 'What waits on whose phone, as the phone said when it last had a line.',
      })}
    >
      {asked ? (
        <>
          <Filters>
            <SearchWords label={{ vi: 'Tìm theo tên, nơi làm việc, số máy', en: 'Find by name, place, phone' }} />
            <FilterChoice
              name="tinh-trang"
              label={{ vi: 'Tình trạng', en: 'State' }}
              choices={deviceStateNames.map((value) => ({ value, label: deviceStates[value] }))}
            />
          </Filters>
          <Reading of={read} rows={6}>
            {(data) => (
              <Listing<Device>
                name="devices"
                caption={title}
                rows={data.rows}
                total={data.total}
                rowKey={(row) => row.deviceId}
                file={listAs(devicesFile, asked)}
                columns={shown(deviceColumns, {
                  state: (row) => <StateOf of={row} onSay={(what) => setSaying({ what, of: row })} />,
                })}
                empty={
                  <Empty
                    title={{ vi: 'Chưa có điện thoại nào.', en: 'There is no phone yet.' }}
                    why={{
                      vi: 'Máy hiện ở đây sau khi người khảo sát đăng nhập trên điện thoại lần đầu; hoặc bỏ bớt điều kiện lọc.',
                      en: 'A phone stands here once somebody who surveys has signed in on it; or drop a filter.',
                    }}
                  />
                }
              />
            )}
          </Reading>
          <Section title={{ vi: 'Nộp tệp phiếu của điện thoại', en: 'Bring in the file of a phone' }}>
            <HandIn />
          </Section>
          {saying && <SayDialog {...saying} onClose={() => setSaying(null)} />}
        </>
      ) : (
        <NoPermission right="survey.check" />
      )}
    </Page>
  )
}

const StateOf = ({ of, onSay }: { of: Device; onSay: (what: Saying['what']) => void }) => (
  <>
    {say(deviceStates[of.state])}
    {of.can.includes('returned') && (
      <Button look="quiet" onClick={() => onSay('returned')}>
        {say({ vi: 'Ghi đã trả máy', en: 'Given back' })}
      </Button>
    )}
    {of.can.includes('lost') && (
      <Button look="quiet" onClick={() => onSay('lost')}>
        {say({ vi: 'Báo mất', en: 'Report lost' })}
      </Button>
    )}
  </>
)

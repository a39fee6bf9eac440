/** What a province aims at of moves into especially difficult units, year by year, and what was reached by the day I look at. */

import { useState } from 'preact/hooks'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { mayEnd } from '../../norms/rules.ts'
import { targetColumns } from '../columns.ts'
import { kindSaid, missingOf, type TargetLine } from '../model.ts'
import { ChangeTargetDialog } from './ChangeTargetDialog.tsx'
import { listTargets, targetsFile } from './calls.ts'
import { EndTargetDialog } from './EndTargetDialog.tsx'
import { SetTargetDialog } from './SetTargetDialog.tsx'
import { isSet, type SetLine } from './typed.ts'

const title = { vi: 'Chỉ tiêu đến nơi đặc biệt khó khăn', en: 'Targets of difficult units' }

export default function TargetsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <TargetsOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="roster.read" />
    </Page>
  )
}

type Doing = { readonly what: 'change' | 'end'; readonly of: SetLine } | { readonly what: 'set' }

function TargetsOf({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [time] = useFilter('ca-da-het')
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const to = useTo()
  const asked = { areaId, day, ...(time === '1' && { all: true }), ...(time === 'sap' && { coming: true }) }
  const read = useRead(listTargets, asked)
  const writes = read.data?.can.includes('write') ?? false
  const inForce =
    read.data?.rows.filter(({ until, people }) => people !== null && (until === null || until > day)) ?? []
  const unknown = inForce.filter(({ moved }) => moved === null)
  const unmet = inForce.filter((row) => (missingOf(row) ?? 0) > 0)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') },
            { label: { vi: 'Luân chuyển, biệt phái', en: 'Rotation and secondment' }, href: to('/can-bo/luan-chuyen') },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          time === 'sap'
            ? {
                vi: '{area}: {all} chỉ tiêu áp dụng sau ngày {day}.',
                en: '{area}: {all} {all:target begins|targets begin} after {day}.',
              }
            : {
                vi: '{area}, ngày {day}: {all} chỉ tiêu đang áp dụng, {n} chưa đạt{u}. Phần mềm không có sẵn chỉ tiêu nào: tỉnh ghi theo văn bản của mình.',
                en: '{area} on {day}: {all} {all:target|targets} in force, {n} not reached{u}. None is ready-made: a province sets them from its own texts.',
              },
          {
            ...{ area: read.data.areaName, day: showDate(day) },
            ...{ all: showNumber(inForce.length), n: showNumber(unmet.length) },
            u:
              unknown.length > 0
                ? say({ vi: ', {u} chưa có dữ liệu', en: ', {u} without data' }, { u: showNumber(unknown.length) })
                : '',
          },
        )
      }
      action={
        writes && (
          <Button look="primary" onClick={() => setDoing({ what: 'set' })}>
            {say({ vi: 'Ghi chỉ tiêu', en: 'Set a target' })}
          </Button>
        )
      }
    >
      <Filters>
        <FilterChoice
          name="ca-da-het"
          label={{ vi: 'Thời gian', en: 'Time' }}
          all={{ vi: 'Đang áp dụng', en: 'In force' }}
          choices={[
            { value: '1', label: { vi: 'Mọi thời gian', en: 'Of all days' } },
            { value: 'sap', label: { vi: 'Sắp áp dụng', en: 'To come' } },
          ]}
        />
      </Filters>
      {unknown.length > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: 'Chưa đơn vị nào ở đây được ghi diện đặc biệt khó khăn trong năm {years}, nên chưa đếm được ai đã đi. Ghi diện của từng đơn vị, theo quyết định, ở trang Đơn vị.',
              en: 'No unit here is recorded as especially difficult in {years}, so nobody knows who was moved into one. Record the status of each, by its decision, on the page of the unit.',
            },
            { years: [...new Set(unknown.map(({ year }) => year))].sort().join(', ') },
          )}{' '}
          <a href={to('/don-vi')}>{say({ vi: 'Đơn vị hành chính', en: 'Units' })}</a>
        </Notice>
      )}
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={6}>
        {(data) => (
          <Listing<TargetLine>
            name="move-targets"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.moveTargetId ?? `year ${row.year}`}
            file={listAs(targetsFile, asked)}
            columns={shown(targetColumns, {
              kind: (row) => (writes && isSet(row) ? <Deeds of={row} onDo={setDoing} /> : say(kindSaid(row.kind))),
              moved: (row) =>
                row.moved === null ? (
                  say({ vi: 'chưa có dữ liệu', en: 'no data' })
                ) : (
                  <a
                    href={to('/can-bo/luan-chuyen', {
                      ...{ 'dac-biet-kho-khan': '1', nam: String(row.year), 'tinh-trang': 'begun' },
                      ...(row.kind && { 'hinh-thuc': row.kind }),
                    })}
                  >
                    {showNumber(row.moved)}
                  </a>
                ),
            })}
            empty={
              <Empty
                title={{
                  vi: 'Chưa có chỉ tiêu, chưa có ai được ghi là đi.',
                  en: 'No target, and nobody recorded as moved.',
                }}
                why={{
                  vi: 'Người ghi sổ cán bộ của tỉnh ghi chỉ tiêu từng năm theo văn bản của tỉnh. Nơi đến là đặc biệt khó khăn khi diện ấy được ghi ở trang Đơn vị.',
                  en: 'Who keeps the roster of the province sets them year by year. A unit is especially difficult where that status is recorded on its page.',
                }}
              />
            }
          />
        )}
      </Reading>
      {doing?.what === 'set' && <SetTargetDialog areaId={areaId} onClose={close} />}
      {doing?.what === 'change' && <ChangeTargetDialog of={doing.of} onClose={close} />}
      {doing?.what === 'end' && <EndTargetDialog of={doing.of} onClose={close} />}
    </Page>
  )
}

const Deeds = ({ of, onDo }: { of: SetLine; onDo: (doing: Doing) => void }) => (
  <>
    {say(kindSaid(of.kind))}{' '}
    {of.until !== of.from && (
      <Button look="quiet" onClick={() => onDo({ what: 'change', of })}>
        {say({ vi: 'Sửa', en: 'Put right' })}
      </Button>
    )}
    {of.from && mayEnd({ ...of, from: of.from }, of.until) && (
      <Button look="quiet" onClick={() => onDo({ what: 'end', of })}>
        {say(of.until ? { vi: 'Sửa ngày hết', en: 'Put the end right' } : { vi: 'Thôi áp dụng', en: 'End' })}
      </Button>
    )}
  </>
)

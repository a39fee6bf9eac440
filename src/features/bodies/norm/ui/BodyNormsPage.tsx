/** The norms of bodies: how many of a kind each unit of a level should have, from when and by which text. */

import { useState } from 'preact/hooks'
import { levelWords } from '#features/areas/words.ts'
import type { RuleState } from '#features/people/norms/model.ts'
import { StateFilter } from '#features/people/norms/ui/RuleFilters.tsx'
import { type Doing, RuleListing } from '#features/people/norms/ui/RuleListing.tsx'
import { showNumber } from '#kernel/numbers.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type BodyKind, bodyKinds, bodyKindWords } from '../../model.ts'
import { bodyNormColumns } from '../columns.ts'
import { type BodyLevel, type BodyNormRule, bodiesNeeded, bodyLevels, normsOfBodies } from '../model.ts'
import { listNorms, normsFile } from './calls.ts'
import { EndBodyNormDialog } from './EndBodyNormDialog.tsx'
import { FollowBodyNormDialog } from './FollowBodyNormDialog.tsx'
import { NewBodyNormDialog } from './NewBodyNormDialog.tsx'

export default function BodyNormsPage() {
  const [page] = usePageNumber()
  const [kind] = useFilter('loai')
  const [level] = useFilter('cap')
  const [state] = useFilter('tinh-trang')
  const [doing, setDoing] = useState<Doing<BodyNormRule> | null>(null)
  const to = useTo()
  const asked = {
    ...(kind && { kind: kind as BodyKind }),
    ...(level && { level: level as BodyLevel }),
    ...(state && { state: state as RuleState }),
  }
  const read = useRead(listNorms, { ...asked, page })
  const places = read.data?.mayEnterAt ?? []
  const close = () => setDoing(null)
  return (
    <Page
      title={normsOfBodies}
      above={<Crumbs of={[{ label: bodiesNeeded, href: to('/ban/dinh-muc') }, { label: normsOfBodies }]} />}
      state={
        read.data &&
        say(
          {
            vi: '{n} mức. Định mức của tỉnh đứng trước định mức chung.',
            en: '{n} values. That of a province stands before that of the nation.',
          },
          { n: showNumber(read.data.total) },
        )
      }
      action={
        places.length > 0 && (
          <Button look="primary" onClick={() => setDoing({ what: 'enter' })}>
            {say({ vi: 'Ghi định mức', en: 'Enter a norm' })}
          </Button>
        )
      }
    >
      <NormFilters />
      <Reading of={read} rows={8}>
        {(data) => (
          <RuleListing<BodyNormRule>
            name="body-norms"
            caption={normsOfBodies}
            data={data}
            rowKey={(row) => row.bodyNormId}
            file={listAs(normsFile, asked)}
            columns={bodyNormColumns}
            onDo={setDoing}
            empty={
              <Empty
                title={{ vi: 'Không có định mức nào như vậy.', en: 'No norm like that.' }}
                why={{
                  vi: 'Người có quyền ở trung ương, ở tỉnh ghi định mức theo văn bản; hoặc bỏ bớt điều kiện lọc.',
                  en: 'Who holds the right for the nation or a province enters them; or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
      {doing?.what === 'enter' && <NewBodyNormDialog places={places} onClose={close} />}
      {doing?.what === 'follow' && <FollowBodyNormDialog of={doing.of} onClose={close} />}
      {doing?.what === 'end' && <EndBodyNormDialog of={doing.of} onClose={close} />}
    </Page>
  )
}

const NormFilters = () => (
  <Filters>
    <FilterChoice
      name="loai"
      label={{ vi: 'Loại Ban', en: 'Kind' }}
      choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
    />
    <StateFilter />
    <FilterChoice
      name="cap"
      label={{ vi: 'Cấp', en: 'Level' }}
      choices={bodyLevels.map((value) => ({ value, label: levelWords[value] }))}
    />
  </Filters>
)

/** What posts ask of who holds them: which level of which kind of qualification, from when and by which text. */

import { useState } from 'preact/hooks'
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
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { RuleState } from '../../norms/model.ts'
import { RuleFilters } from '../../norms/ui/RuleFilters.tsx'
import { type Doing, RuleListing } from '../../norms/ui/RuleListing.tsx'
import { type QualificationKind, qualificationKinds, qualificationWords } from '../../roster/model.ts'
import { requirementColumns } from '../columns.ts'
import type { Requirement } from '../model.ts'
import { listRequirements, requirementsFile } from './calls.ts'
import { EndRequirementDialog } from './EndRequirementDialog.tsx'
import { FollowRequirementDialog } from './FollowRequirementDialog.tsx'
import { NewRequirementDialog } from './NewRequirementDialog.tsx'

const title = { vi: 'Tiêu chuẩn trình độ của chức danh', en: 'Requirements of posts' }

export default function RequirementsPage() {
  const [page] = usePageNumber()
  const [post] = useFilter('chuc-danh')
  const [kind] = useFilter('loai')
  const [state] = useFilter('tinh-trang')
  const [doing, setDoing] = useState<Doing<Requirement> | null>(null)
  const to = useTo()
  const asked = {
    ...(post && { post }),
    ...(kind && { kind: kind as QualificationKind }),
    ...(state && { state: state as RuleState }),
  }
  const read = useRead(listRequirements, { ...asked, page })
  const places = read.data?.mayEnterAt ?? []
  const close = () => setDoing(null)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Đạt chuẩn trình độ', en: 'Requirements met' }, href: to('/can-bo/dat-chuan') },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{n} tiêu chuẩn. Tiêu chuẩn của tỉnh đứng trước tiêu chuẩn chung.',
            en: '{n} {n:requirement|requirements}. That of a province stands before that of the nation.',
          },
          { n: showNumber(read.data.total) },
        )
      }
      action={
        places.length > 0 && (
          <Button look="primary" onClick={() => setDoing({ what: 'enter' })}>
            {say({ vi: 'Ghi tiêu chuẩn', en: 'Enter a requirement' })}
          </Button>
        )
      }
    >
      <Filters>
        <RuleFilters />
        <FilterChoice
          name="loai"
          label={{ vi: 'Loại trình độ', en: 'Kind' }}
          choices={qualificationKinds.map((value) => ({ value, label: qualificationWords[value] }))}
        />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <RuleListing<Requirement>
            name="requirements"
            caption={title}
            data={data}
            rowKey={(row) => row.requirementId}
            file={listAs(requirementsFile, asked)}
            columns={requirementColumns}
            onDo={setDoing}
            empty={
              <Empty
                title={{ vi: 'Không có tiêu chuẩn nào như vậy.', en: 'No requirement like that.' }}
                why={{
                  vi: 'Người có quyền ở trung ương, ở tỉnh ghi tiêu chuẩn theo văn bản; hoặc bỏ bớt điều kiện lọc.',
                  en: 'Who holds the right for the nation or a province enters them; or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
      {doing?.what === 'enter' && <NewRequirementDialog places={places} onClose={close} />}
      {doing?.what === 'follow' && <FollowRequirementDialog of={doing.of} onClose={close} />}
      {doing?.what === 'end' && <EndRequirementDialog of={doing.of} onClose={close} />}
    </Page>
  )
}

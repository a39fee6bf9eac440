/** On the page of a plan: each of its approved states, what amendments changed line by line, and the next one begun. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
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
import { type PlanAnswer, pathOf } from '../../plan/ui/plan.ts'
import { changeColumns, elseSaid, versionColumns } from '../columns.ts'
import type { Change, Version } from '../model.ts'
import { BeginAmendmentDialog } from './BeginAmendmentDialog.tsx'
import { changesFile, showAmendments, versionsFile } from './calls.ts'
import '../../ui/training.css'

export function Amendments({ of }: { of: PlanAnswer }) {
  const { trainingPlanId } = of
  const read = useRead(showAmendments, { trainingPlanId })
  const [beginning, setBeginning] = useState(false)
  const to = useTo()
  return (
    <Section title={{ vi: 'Điều chỉnh', en: 'Amendments' }}>
      <Reading of={read} rows={3}>
        {({ versions, drafting, givenUp, changes, can }) => (
          <>
            {of.amendment === 0 && versions.length > 1 && (
              <Listing<Version>
                name="plan-versions"
                caption={{ vi: 'Các lần phê duyệt, điều chỉnh', en: 'Approvals and amendments' }}
                rows={versions}
                rowKey={(row) => row.trainingPlanId}
                href={(row) => (row.amendment > 0 ? to(pathOf(row.trainingPlanId)) : null)}
                file={listAs(versionsFile, { trainingPlanId })}
                columns={shown(versionColumns)}
                empty={null}
              />
            )}
            {(of.amendment > 0 || versions.length > 1) && (
              <Listing<Change>
                name="plan-changes"
                tall
                caption={{ vi: 'Thay đổi từng dòng', en: 'Changes line by line' }}
                rows={changes}
                rowKey={(row) => `${row.amendment} ${row.firstId}`}
                file={listAs(changesFile, { trainingPlanId })}
                columns={shown(changeColumns, {
                  said: ({ said }) =>
                    said.length > 0 && (
                      <ul class="training-list">
                        {said.map((one) => (
                          <li key={elseSaid(one).vi}>{say(elseSaid(one))}</li>
                        ))}
                      </ul>
                    ),
                })}
                empty={
                  <Empty
                    title={{ vi: 'Chưa thay đổi dòng nào.', en: 'No line is changed yet.' }}
                    why={{
                      vi: 'Sửa, thêm hoặc bỏ dòng ở trên; thay đổi so với kế hoạch đang có hiệu lực hiện ở đây.',
                      en: 'Change, add or drop lines above; what differs from the plan in force stands here.',
                    }}
                  />
                }
              />
            )}
            {of.amendment === 0 && versions.length === 1 && (
              <p>{say({ vi: 'Kế hoạch chưa điều chỉnh lần nào.', en: 'The plan was not amended.' })}</p>
            )}
            {of.amendment === 0 && givenUp.length > 0 && (
              <ul class="bullets">
                {givenUp.map(({ trainingPlanId: id, amendment, on, because }) => (
                  <li key={id}>
                    <a href={to(pathOf(id))}>
                      {say(
                        {
                          vi: 'Bản thảo điều chỉnh lần {n} đã bỏ ngày {day}',
                          en: 'Draft of amendment {n} given up on {day}',
                        },
                        { n: amendment, day: showDate(on) },
                      )}
                    </a>
                    : {because}
                  </li>
                ))}
              </ul>
            )}
            <div class="form-actions">
              {of.amendment === 0 && drafting && (
                <LinkButton href={to(pathOf(drafting.trainingPlanId))}>
                  {say(
                    { vi: 'Mở bản điều chỉnh lần {n} đang soạn', en: 'Open amendment {n} being drafted' },
                    { n: drafting.amendment },
                  )}
                </LinkButton>
              )}
              {can.includes('amend') && (
                <Button onClick={() => setBeginning(true)}>
                  {say({ vi: 'Điều chỉnh kế hoạch', en: 'Amend the plan' })}
                </Button>
              )}
            </div>
          </>
        )}
      </Reading>
      {beginning && <BeginAmendmentDialog of={of} onClose={() => setBeginning(false)} />}
    </Section>
  )
}

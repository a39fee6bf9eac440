/** A household that a village told of comes into the register, filled in as it was told, and on the list of the round. */
import { useState } from 'preact/hooks'
import { EnterForm } from '#features/households/ui/EnterForm.tsx'
import { addManyToList } from '#features/rounds/adding/ui/calls.ts'
import { showRound } from '#features/rounds/ui/calls.ts'
import type { HouseholdId, RoundId, SurveyNoticeId } from '#kernel/ids.ts'
import { tidyPhone } from '#kernel/phones.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { OfficeNotice } from '../model.ts'
import { showNotice } from './calls.ts'
import { noticePath } from './paths.ts'

type Params = { readonly roundId: RoundId; readonly surveyNoticeId: SurveyNoticeId }
const title = { vi: 'Ghi hộ mới theo tin báo', en: 'Enter a household by a notice' }

export default function EnterPage({ params }: { params: Params }) {
  const read = useRead(showNotice, { surveyNoticeId: params.surveyNoticeId })
  const round = useRead(showRound, { roundId: params.roundId })
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Tin báo từ thôn', en: 'Notice' }, href: to(noticePath(params)) }, { label: title }]}
        />
      }
    >
      <Reading of={read} rows={10}>
        {({ notice }) => (
          <Reading of={round} rows={10}>
            {({ round: { areaId } }) => <Entering of={notice} communeId={areaId} />}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}

function Entering({ of, communeId }: { of: OfficeNotice; communeId: Parameters<typeof EnterForm>[0]['communeId'] }) {
  const [entered, setEntered] = useState<HouseholdId | null>(null)
  const { birthYear, sex, address = '', people, phone, words } = of.details
  if (entered) return <Entered of={of} householdId={entered} />
  return (
    <>
      <Notice>
        {[
          say({ vi: 'Rà soát viên báo: {words}', en: 'As told: {words}' }, { words: words ?? '' }),
          people && say({ vi: '{n} người', en: '{n} people' }, { n: people }),
          phone && say({ vi: 'điện thoại {phone}', en: 'phone {phone}' }, { phone }),
        ]
          .filter(Boolean)
          .join('; ')}
      </Notice>
      <EnterForm
        id={of.surveyNoticeId}
        communeId={communeId}
        first={{
          villageId: of.villageId,
          address,
          phone: tidyPhone(phone ?? ''),
          head: { name: of.headName, sex: sex ?? null, birth: birthYear ? String(birthYear) : null },
        }}
        onDone={setEntered}
      />
    </>
  )
}

const inRegister = { vi: 'Đã ghi hộ {name} vào sổ.', en: 'The household of {name} is in the register.' }
const onList = {
  vi: 'Đã ghi hộ {name} vào sổ và thêm vào danh sách của kỳ.',
  en: 'The household of {name} is in the register and on the list of the round.',
}
const backSaid = { vi: 'Về tin báo', en: 'Back to the notice' }

/** In the register, and not on the list yet: that is an act of its own. */
function Entered({ of, householdId }: { of: OfficeNotice; householdId: HouseholdId }) {
  const adding = useChange(addManyToList)
  const [added, setAdded] = useState(false)
  const to = useTo()
  const back = to(noticePath(of))
  const add = async () => setAdded(!!(await adding.run({ roundId: of.roundId, householdIds: [householdId] })))
  return (
    <>
      <Notice>{say(added ? onList : inRegister, { name: of.headName })}</Notice>
      <ProblemNote of={adding.problem} />
      <div class="form-actions">
        {!added && (
          <Button look="primary" pending={adding.pending} onClick={() => void add()}>
            {say({ vi: 'Thêm vào danh sách của kỳ', en: 'Add to the list of the round' })}
          </Button>
        )}
        <LinkButton href={back}>
          {say(added ? { vi: 'Về tin báo để trả lời', en: 'Back to the notice, to answer' } : backSaid)}
        </LinkButton>
      </div>
    </>
  )
}

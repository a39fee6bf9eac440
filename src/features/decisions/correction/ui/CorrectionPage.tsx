/** One correction: what it puts right, old beside new, its papers, and what comes next. */
import { correctionStateWords } from '#features/papers/model.ts'
import { householdPath } from '#features/surveys/ui/addresses.ts'
import { showDate, showInstant } from '#kernel/dates.ts'
import type { CorrectionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { certificatesPdf } from '../../printed/ui/calls.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { useTrial } from '../../ui/useTrial.ts'
import type { CorrectionAnswer } from './answers.ts'
import { CorrectionActions } from './CorrectionActions.tsx'
import { CorrectionLines } from './CorrectionLines.tsx'
import { correctionDocx, correctionPdf, correctionScan, showCorrection } from './calls.ts'
import { Differences, PlaceNow } from './Differences.tsx'
import '../../ui/decisions.css'

export default function CorrectionPage({ params }: { params: { correctionId: CorrectionId } }) {
  const read = useRead(showCorrection, { correctionId: params.correctionId })
  const { data } = read
  useTrial(data?.draft?.tried === false, showCorrection)
  return (
    <Page
      above={<Above of={data} />}
      title={data ? titleOf(data) : { vi: 'Đính chính', en: 'Correction' }}
      state={data && stateOf(data)}
      action={data && <CorrectionActions of={data} />}
    >
      <Reading of={read} rows={8}>
        {(answer) => (
          <>
            <DraftNotes of={answer} />
            <Section title={{ vi: 'Nội dung đính chính', en: 'What is put right' }}>
              <Differences of={answer.differences} />
              <PlaceNow of={answer.placeNow} />
            </Section>
            <div class="decisions-papers-part">
              <Section title={{ vi: 'Giấy tờ', en: 'Papers' }}>
                <Papers of={answer} />
              </Section>
            </div>
            <Facts of={answer} />
          </>
        )}
      </Reading>
    </Page>
  )
}

const titleOf = ({ number, headName }: CorrectionAnswer): string =>
  number
    ? say({ vi: 'Đính chính số {number}', en: 'Correction {number}' }, { number })
    : say({ vi: 'Đính chính, hộ {head}', en: 'Correction, {head}' }, { head: headName })

const stateOf = ({ state, signedOn }: CorrectionAnswer): string =>
  state === 'in_force' && signedOn
    ? say({ vi: 'Có hiệu lực từ {day}.', en: 'In force since {day}.' }, { day: showDate(signedOn) })
    : `${say(correctionStateWords[state])}.`

function DraftNotes({ of: { draft } }: { of: CorrectionAnswer }) {
  if (!draft) return null
  return (
    <>
      {!draft.tried && (
        <Notice look="waits">
          {say({
            vi: 'Đang in thử giấy tờ; xong mới in được bản trình ký.',
            en: 'Its papers are being laid out on trial; the print to be signed comes after that.',
          })}
        </Notice>
      )}
      {draft.fault && (
        <Notice look="waits">
          {say({ vi: 'In thử không được: {why}', en: 'The trial print failed: {why}' }, { why: say(draft.fault) })}
        </Notice>
      )}
      {draft.changed.length > 0 && (
        <div class="notice waits" role="note">
          <p>
            {say({
              vi: 'Sổ hộ đã được sửa thêm từ khi lập bản này. Rút bản này và lập bản khác:',
              en: 'The register was mended again since. Withdraw this one and draft another:',
            })}
          </p>
          <Differences of={draft.changed} />
        </div>
      )}
    </>
  )
}

function Papers({ of }: { of: CorrectionAnswer }) {
  const final = of.can.includes('download_final')
  const certificate = (certificateId: CorrectionAnswer['replaced']['certificateId']) =>
    href(certificatesPdf, { decisionId: of.decisionId, householdId: of.householdId, certificateId, final: true })
  return (
    <>
      {of.whyNotFinal && of.state === 'drafted' && <Notice look="waits">{say(of.whyNotFinal)}</Notice>}
      <p class="decisions-downloads">
        <LinkButton
          href={href(correctionPdf, { correctionId: of.correctionId, ...(final && { final: true }) })}
          download
        >
          {say(paperWord(of.state, final))}
        </LinkButton>
        <LinkButton
          href={href(correctionDocx, { correctionId: of.correctionId, ...(final && { final: true }) })}
          download
        >
          Word
        </LinkButton>
        {of.hasScan && (
          <LinkButton href={href(correctionScan, { correctionId: of.correctionId })} download>
            {say({ vi: 'Bản quét trang đã ký', en: 'Scan of the signed page' })}
          </LinkButton>
        )}
        {of.successor && (
          <LinkButton href={certificate(of.successor.certificateId)} download>
            {say(of.successor.replaced ? replacedWord : newWord, { n: of.successor.number })}
          </LinkButton>
        )}
        {of.inUse && of.successor?.replaced && (
          <LinkButton href={certificate(of.inUse.certificateId)} download>
            {say({ vi: 'Giấy đang dùng số {n}', en: 'Certificate in use {n}' }, { n: of.inUse.number })}
          </LinkButton>
        )}
        <LinkButton href={certificate(of.replaced.certificateId)} download>
          {say(of.successor ? replacedWord : { vi: 'Giấy chứng nhận số {n}', en: 'Certificate {n}' }, {
            n: of.replaced.number,
          })}
        </LinkButton>
      </p>
    </>
  )
}

const newWord = { vi: 'Giấy chứng nhận mới số {n}', en: 'New certificate {n}' }
const replacedWord = { vi: 'Giấy số {n} (đã thay thế)', en: 'Certificate {n} (replaced)' }

function paperWord(state: CorrectionAnswer['state'], final: boolean) {
  if (!final) return { vi: 'Bản nháp (PDF)', en: 'Draft (PDF)' }
  return state === 'in_force'
    ? { vi: 'Quyết định đính chính (PDF)', en: 'The correction (PDF)' }
    : { vi: 'Bản in trình ký (PDF)', en: 'Print to be signed (PDF)' }
}

function Facts({ of }: { of: CorrectionAnswer }) {
  const to = useTo()
  const day = of.decisionSignedOn ? showDate(of.decisionSignedOn) : ''
  return (
    <Section title={{ vi: 'Thông tin', en: 'Facts' }}>
      <FactList
        of={[
          {
            label: { vi: 'Hộ', en: 'Household' },
            value: (
              <>
                <a href={to(householdPath(of.householdId))}>{of.headName}</a> <ClassMark of={of.class} />
              </>
            ),
          },
          {
            label: { vi: 'Đính chính quyết định', en: 'Corrects the decision' },
            value: (
              <a href={to(decisionPath(of.decisionId))}>
                {say(
                  { vi: 'số {number} ngày {day}', en: '{number} of {day}' },
                  { number: of.decisionNumber ?? '', day },
                )}
              </a>
            ),
          },
          ...(of.earlier.length > 0
            ? [
                {
                  label: { vi: 'Đã đính chính trước đó', en: 'Corrected before by' },
                  value: <CorrectionLines of={of.earlier} names={false} />,
                },
              ]
            : []),
          { label: { vi: 'Lý do', en: 'Reason' }, value: of.because },
          { label: { vi: 'Số liệu theo sổ hộ ngày', en: 'As the register stood on' }, value: showDate(of.registerDay) },
          { label: { vi: 'Ngày ký', en: 'Signed on' }, value: of.signedOn && showDate(of.signedOn) },
          {
            label: { vi: 'Người ký', en: 'Signer' },
            value: of.signerName && [of.signerPost, of.signerName].filter(Boolean).join(' '),
          },
          {
            label: { vi: 'Người dự thảo', en: 'Drafted by' },
            value: of.draftedBy ? `${of.draftedBy}, ${showInstant(of.draftedAt)}` : null,
          },
          ...(of.withdrawnBecause
            ? [{ label: { vi: 'Lý do rút', en: 'Withdrawn because' }, value: of.withdrawnBecause }]
            : []),
        ]}
      />
    </Section>
  )
}

function Above({ of }: { of: CorrectionAnswer | null }) {
  const to = useTo()
  return (
    <Crumbs
      of={[
        ...(of
          ? [
              {
                label: say({ vi: 'Quyết định số {n}', en: 'Decision {n}' }, { n: of.decisionNumber ?? '' }),
                href: to(decisionPath(of.decisionId)),
              },
            ]
          : []),
        { label: { vi: 'Đính chính', en: 'Correction' } },
      ]}
    />
  )
}

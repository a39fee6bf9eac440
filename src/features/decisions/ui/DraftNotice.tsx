/** How far a draft is from being printed: whether its papers were tried, and what the register says differently since. */
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import type { DecisionAnswer } from './answers.ts'
import { showDecision } from './calls.ts'
import { useTrial } from './useTrial.ts'

const changedWords = {
  vi: 'Sổ hộ đã thay đổi từ khi lập dự thảo. Lập lại dự thảo để giấy tờ nói đúng sổ hộ:',
  en: 'The register has changed since the draft. Draft again so that the papers say what it says:',
}

export function DraftNotice({ of: { draft, roundId } }: { of: DecisionAnswer }) {
  useTrial(draft?.tried === false, showDecision)
  if (!draft) return null
  return (
    <>
      <BlockList of={draft.changed} roundId={roundId} intro={changedWords} />
      {!draft.tried && (
        <Notice look="waits">
          {say({
            vi: 'Đang in thử mọi giấy tờ của dự thảo; xong mới chốt được bản in.',
            en: 'Every paper of the draft is being laid out on trial; the print can be fixed after that.',
          })}
        </Notice>
      )}
      {draft.fault && (
        <Notice look="waits">
          {say({ vi: 'In thử không được: {why}', en: 'The trial print failed: {why}' }, { why: say(draft.fault) })}{' '}
          {say({
            vi: 'Hãy sửa trong sổ hộ rồi lập lại dự thảo.',
            en: 'Correct the register, then draft again.',
          })}
        </Notice>
      )}
    </>
  )
}

const forbidsWords = {
  vi: 'Từ khi chốt bản in, sổ hộ có thay đổi khiến trang ký không nhập được:',
  en: 'Since the print was fixed the register has changed, so that the signed page cannot be entered:',
}
const laterWords = {
  vi: 'Hôm nay chưa ký được, vì:',
  en: 'It cannot be signed today, because:',
}
const differsWords = {
  vi: 'Từ khi chốt bản in, sổ hộ có thay đổi. Quyết định vẫn đúng theo sổ hộ ngày chốt số liệu và vẫn ký được; khi nhập trang ký phải nêu lý do. Nếu chưa ký, có thể rút bản in rồi lập lại:',
  en: 'Since the print was fixed the register has changed. The decision says what held on its day and may be signed; a reason is asked with the signed page. Where it is not signed yet, take it back and make another:',
}

/** What the register says differently from a print that waits for its signature. */
export const PrintNotice = ({ of: { sincePrint, roundId } }: { of: DecisionAnswer }) =>
  sincePrint && (
    <>
      <BlockList of={sincePrint.forbids} roundId={roundId} intro={forbidsWords} />
      <BlockList of={sincePrint.later} roundId={roundId} intro={laterWords} />
      <BlockList of={sincePrint.differs} roundId={roundId} intro={differsWords} />
    </>
  )

/** Why the print cannot be fixed yet; null where it can. */
export function whyNotPrint({ draft, signerName }: DecisionAnswer) {
  if (!signerName) return { vi: 'Chọn người ký trước.', en: 'Choose the signer first.' }
  if (!draft?.tried) return { vi: 'Đang in thử, đợi một lát.', en: 'Being tried, one moment.' }
  if (draft.fault) return { vi: 'In thử không được; xem lý do bên dưới.', en: 'The trial failed; see why below.' }
  if (draft.changed.length > 0)
    return { vi: 'Sổ hộ đã thay đổi: lập lại dự thảo trước.', en: 'The register has changed: draft again first.' }
  return null
}

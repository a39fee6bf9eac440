/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import type { Said } from '#kernel/text.ts'
import { gateModes } from './gate/model.ts'
import { bases } from './issued/model.ts'

/** The fields of the forms of this room, as the audit tells what changed. */
const changedFields: Readonly<Record<string, Said>> = {
  number: { vi: 'số quyết định', en: 'number' },
  decidedOn: { vi: 'ngày quyết định', en: 'day of the decision' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuer' },
}

export const credentialEvent = defineEvents(
  {
    credential: { vi: 'Chứng nhận tập huấn', en: 'Credentials' },
    credential_rule: { vi: 'Điều kiện cấp chứng nhận', en: 'Rules of credentials' },
    extension: { vi: 'Gia hạn chứng nhận', en: 'Extensions of credentials' },
    gate: { vi: 'Kiểm tra chứng nhận khi giao việc', en: 'The gate to the survey' },
  },
  {
    'credential.issued': { vi: 'Cấp chứng nhận', en: 'Credential issued' },
    'credential.issued_due': { vi: 'Cấp chứng nhận theo điều kiện', en: 'Credentials issued by rule' },
    'credential.entered': { vi: 'Ghi chứng nhận có căn cứ khác', en: 'Credential entered on another basis' },
    'credential.extended': { vi: 'Gia hạn chứng nhận', en: 'Credential extended' },
    'credential.revoked': { vi: 'Thu hồi chứng nhận', en: 'Credential revoked' },
    'credential.restored': { vi: 'Trả lại chứng nhận', en: 'Credential given back' },
    'credential.reissued': { vi: 'Cấp lại chứng nhận', en: 'Credential reissued' },
    'credential_rule.entered': { vi: 'Ghi điều kiện cấp', en: 'Rule entered' },
    'credential_rule.followed': { vi: 'Ghi bản mới của điều kiện cấp', en: 'New version of a rule' },
    'credential_rule.ended': { vi: 'Ghi điều kiện cấp hết hiệu lực', en: 'Rule ended' },
    'credential_rule.withdrawn': { vi: 'Rút điều kiện cấp ghi nhầm', en: 'Rule withdrawn' },
    'extension.decided': { vi: 'Quyết định gia hạn', en: 'Extension decided' },
    'extension.corrected': { vi: 'Đính chính quyết định gia hạn', en: 'Extension put right' },
    'extension.withdrawn': { vi: 'Rút quyết định gia hạn', en: 'Extension withdrawn' },
    'gate.set': { vi: 'Quy định kiểm tra chứng nhận', en: 'Gate set' },
    'gate.withdrawn': { vi: 'Rút quy định kiểm tra chứng nhận', en: 'Gate setting withdrawn' },
  },
  {
    facts: {
      changes: { said: { vi: 'đổi', en: 'changed' }, fields: changedFields },
      rule: { said: { vi: 'chứng nhận', en: 'credential' }, free: true },
      topics: { said: { vi: 'số chuyên đề', en: 'topics' } },
      basis: { said: { vi: 'căn cứ', en: 'basis' }, words: bases },
      issued: { said: { vi: 'số chứng nhận cấp', en: 'issued' } },
      left: { said: { vi: 'để người có quyền quyết', en: 'left for a person' } },
      credentials: { said: { vi: 'số chứng nhận', en: 'credentials' } },
      number: { said: { vi: 'số', en: 'number' }, free: true },
      day: { said: { vi: 'ngày', en: 'day' } },
      last: { said: { vi: 'đến hết', en: 'to' } },
      gate: { said: { vi: 'cách làm', en: 'mode' }, words: gateModes },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
    },
  },
)

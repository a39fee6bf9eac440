/** What is issued by itself. */
import { Type } from 'typebox'
import { happened } from '#platform/server/handle.ts'
import { job } from '#platform/server/jobs/job.ts'
import { credentialEvent } from '../events.ts'
import { issueDue } from './changes.ts'

const issueDueJob = job(
  {
    name: 'credentials.issue_due',
    says: {
      vi: 'Cấp chứng nhận cho người đã hoàn thành lớp theo điều kiện của tỉnh',
      en: 'Issue credentials to who completed a class by the rules of their province',
    },
    did: {
      vi: 'Đã cấp {issued} chứng nhận; {left} trường hợp để người có quyền quyết.',
      en: 'Issued {issued} {issued:credential|credentials}; {left} left for a person to decide.',
    },
    schedule: '10 * * * *',
    input: Type.Object({}),
  },
  async ({ db, today, nation }) => {
    const { events, left } = await issueDue({ db, today, by: null, under: null, named: null })
    const facts = { issued: events.length, left: left.length }
    return happened(credentialEvent('credential.issued_due', { subject: nation, area: nation, facts }), null, events)
  },
)

export const credentialJobs = [issueDueJob]

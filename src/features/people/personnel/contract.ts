/** The files of officials for the personnel system of the province: by personal number, told in the audit. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'

const document = { method: 'GET', right: 'roster.open', document: true, output: Type.Unknown() } as const

export const areaPersonnel = endpoint({
  name: 'personnel.ofArea',
  ...document,
  path: '/api/areas/:areaId/officials/personnel.xlsx',
  says: {
    vi: 'Tệp cán bộ của một đơn vị cho hệ thống nhân sự (có ghi nhật ký)',
    en: 'The officials of a unit for the personnel system (audited)',
  },
  input: Type.Object({ areaId: IdOf<'area'>(), day: Type.Optional(PlainDateSchema) }),
})

export const officialPersonnel = endpoint({
  name: 'personnel.ofOfficial',
  ...document,
  path: '/api/officials/:officialId/personnel.xlsx',
  says: {
    vi: 'Tệp một cán bộ cho hệ thống nhân sự (có ghi nhật ký)',
    en: 'One official for the personnel system (audited)',
  },
  input: Type.Object({ officialId: IdOf<'official'>() }),
})

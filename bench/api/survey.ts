/** A survey of a family of four as a phone sends it: about two kilobytes. */
import type { Facts } from '#features/standards/model/facts.ts'
import { vnd } from '#kernel/numbers.ts'

const adult = {
  ethnicity: '01',
  studying: 'none',
  finished: 'lower_secondary',
  trainedOnJob: false,
  canWork: true,
  job: 'farm',
  contract: false,
  wantsWork: true,
  healthInsurance: true,
  socialAllowance: false,
  pension: false,
  disability: 'none',
  merit: false,
} as const
const child = {
  ethnicity: '01',
  studying: 'lower_secondary',
  finished: 'primary',
  canWork: false,
  job: 'none',
  healthInsurance: true,
  socialAllowance: false,
  disability: 'none',
  nutrition: 'normal',
} as const

const factsOf = (n: number): Facts => ({
  settlement: 'rural',
  region: 'NT_TDMNPB',
  livelihood: 'farm_forest_fish_salt',
  members: [
    {
      id: `p1-${n}`,
      name: 'Nguyễn Thị Nhẫn',
      sex: 'female',
      birth: { year: 1985, month: 4, day: 12 },
      relation: 'head',
      ...adult,
    },
    {
      id: `p2-${n}`,
      name: 'Lê Văn Bền',
      sex: 'male',
      birth: { year: 1983, month: 6, day: 1 },
      relation: 'spouse',
      ...adult,
    },
    {
      id: `p3-${n}`,
      name: 'Lê Thị Ước',
      sex: 'female',
      birth: { year: 2012, month: 1, day: 9 },
      relation: 'child',
      ...child,
    },
    {
      id: `p4-${n}`,
      name: 'Lê Văn Bé',
      sex: 'male',
      birth: { year: 2014, month: 5, day: 20 },
      relation: 'child',
      ...child,
    },
  ],
  housing: { wall: 'durable', pillar: 'not_durable', roof: 'not_durable', areaM2: 48 },
  water: { source: 'unprotected_spring' },
  sanitation: { toilet: 'plain_pit', waste: 'burned' },
  information: { internet: n % 2 === 0, phone: true, means: ['tv', 'telephone'], loudspeaker: true },
  income: { perPersonMonth: vnd(900_000 + (n % 40) * 50_000) },
  causes: ['land', 'capital', 'skills'],
  support: ['credit', 'production', 'education'],
  note: 'Gia đình đề nghị được vay vốn chăn nuôi bò và hỗ trợ nước sạch.',
})

export const survey = (formHash: string, n: number) => ({
  surveyedOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
  formHash,
  facts: factsOf(n),
})

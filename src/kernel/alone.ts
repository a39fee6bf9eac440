/** A refusal that is told of one among many. */
import type { Said } from './text.ts'

/** Without saying that nothing was written: of this one nothing is, and others may have been. */
export const saidAlone = ({ vi, en }: Said): Said => ({
  vi: vi.replace(' Chưa có gì được ghi.', ''),
  en: en.replace(' Nothing was written.', ''),
})

import { expect, it } from 'vitest'
import { givenOnPaper, takenOffPaper } from './rules.ts'

it('says to who gives a task what becomes of copies of the minutes: nothing before, printed anew, or kept as signed', () => {
  expect(givenOnPaper({ minutes: null, isSigned: false })).toBeNull()
  expect(givenOnPaper({ minutes: {}, isSigned: false })?.vi).toContain('hãy in lại')
  expect(givenOnPaper({ minutes: {}, isSigned: true })?.vi).toContain('đã ký giữ nguyên')
  expect(takenOffPaper.vi).toContain('ra khỏi biên bản')
})

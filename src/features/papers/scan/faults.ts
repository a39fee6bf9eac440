import { papersProblem } from '../problems.ts'

export const broken = () => papersProblem('papers.scan_broken')

/** A page of A3 at 600 points an inch has 70 million. */
const mostPoints = 100_000_000

export const isSane = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= mostPoints

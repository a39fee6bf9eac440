/**
 * The floor: the smallest program on Node and PostgreSQL that stores such a survey. node:http, JSON.parse, one prepared
 * INSERT ... ON CONFLICT DO NOTHING, an answer after the commit. No session, no checks, no verdict, no audit.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['BENCH_URL'], max: 16 })
const text = 'insert into floor_survey (id, household_id, document) values ($1, $2, $3) on conflict do nothing'

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', async () => {
    const body = Buffer.concat(parts).toString()
    const { surveyId, householdId } = JSON.parse(body)
    await pool.query({ name: 'floor', text, values: [surveyId, householdId, body] })
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"done":true}')
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.once('disconnect', () => process.exit(0))

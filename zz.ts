import { openHouse, knownOf } from './bench/malformed/house.ts'
import { senders } from '#test/hostile/people.ts'
import { signedHeaders } from '#test/hostile/calls.ts'
import { connect } from 'node:net'
import { readFileSync } from 'node:fs'
import { execSync } from 'node:child_process'
const house = await openHouse()
const { port, owner } = house
const rss = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${house.child.pid}/status`,'utf8'))![1])/1024)
const sleep=(ms:number)=>new Promise(r=>setTimeout(r,ms))
const health=async()=>{const a=performance.now();const r=await fetch(`http://127.0.0.1:${port}/healthz`).then(r=>r.status,e=>String(e));return r+' '+(performance.now()-a).toFixed(0)+'ms'}
const dbs=async()=>(await owner.query(`select state, count(*)::int n from pg_stat_activity where application_name='nang-buoc' and usename is not null group by 1`)).rows.map((r:any)=>r.state+':'+r.n).join(' ')
try {
  const known = await knownOf(owner); console.log(known)
  const people = senders(owner)
  const hung = await people.able({ right:'decision.enforce' } as any)
  const h = signedHeaders(hung)
  const head = (o: Record<string,string>) => Object.entries(o).map(([k,v])=>`${k}: ${v}\r\n`).join('')
  console.log('start', rss(), await health())
  // b: aborted uploads
  await house.pauses()
  const body = Buffer.concat([Buffer.from(`--x\r\ncontent-disposition: form-data; name="areaId"\r\n\r\n${known.areaId}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n`), Buffer.alloc(3_000_000,65)])
  for (let n=0;n<300;n++) await new Promise<void>(res=>{const s=connect(port,'127.0.0.1');s.on('error',()=>res());s.on('close',()=>res());
    s.write(`POST /api/households/import HTTP/1.1\r\nhost: localhost\r\n${head({...h,'x-command':`01890000-0000-7000-8000-${String(n).padStart(12,'0')}`})}content-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n`)
    s.write(body.subarray(0, Math.floor((n/300)*body.length)), ()=>setTimeout(()=>s.destroy(), n%7))})
  console.log('aborted uploads', rss(), await health(), await dbs(), await house.pauses())
  // c: aborted papers
  for (let n=0;n<60;n++) await new Promise<void>(res=>{const s=connect(port,'127.0.0.1');s.on('error',()=>res());s.on('close',()=>res());
    s.write(`GET /api/decisions/${known.decisionId}/giay-chung-nhan.pdf?final=false HTTP/1.1\r\nhost: localhost\r\n${head(h)}\r\n`); setTimeout(()=>s.destroy(), 20*(n%12)+5)})
  console.log('aborted papers', rss(), await health(), await dbs(), await house.pauses())
  await sleep(4000); console.log('  later', rss(), await health(), await dbs())
  // e: pipelined
  await new Promise<void>(res=>{const s=connect(port,'127.0.0.1');let n=0;s.on('data',d=>{n+=d.length});s.on('error',()=>res());s.on('close',()=>{console.log('pipelined bytes',n);res()});s.write('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(20000));s.end()})
  console.log('pipelined', rss(), await health(), await house.pauses())
  // pipelined without reading
  const stuck = Array.from({length:20},()=>{const s=connect(port,'127.0.0.1');s.on('error',()=>{});s.pause();s.write('GET /api/standards HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(3000));return s})
  await sleep(4000); console.log('pipelined unread', rss(), await health(), await house.pauses()); stuck.forEach(s=>s.destroy())
  // f: parallel uploads 20MB x 40
  const big = Buffer.alloc(19_500_000, 65)
  const a=performance.now()
  const out = await Promise.all(Array.from({length:40}, async (_,n)=>{ const f=new FormData(); f.set('areaId',String(known.areaId)); f.set('listedOn','2026-11-01'); f.set('file', new File([big],'a.csv')); const {['content-type']:_c,...hh}= {...h,'content-type':''}; return fetch(`http://127.0.0.1:${port}/api/households/import/check`,{method:'POST',body:f,headers:hh}).then(r=>r.status,e=>String(e)) }))
  console.log('uploads', out.join(' '), (performance.now()-a).toFixed(0), rss(), await health(), await house.pauses())
  // d: many sockets
  const many = Array.from({length:3000},()=>{const s=connect(port,'127.0.0.1');s.on('error',()=>{});s.resume();s.write('GET /healthz HTTP/1.1\r\nhost: a\r\nx: ');return s})
  await sleep(2000); console.log('3000 half heads', rss(), await health(), await house.pauses()); await sleep(24000)
  console.log('  open after 26 s', many.filter(s=>!s.destroyed).length); many.forEach(s=>s.destroy())
  // a: slow bodies
  const slow = Array.from({length:300},()=>{const s=connect(port,'127.0.0.1');let t='';s.on('data',d=>{t+=d});s.on('error',()=>{});s.write('POST /api/sign-in HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{');return {s,get t(){return t}}})
  await sleep(36000); console.log('slow closed after 36 s', slow.filter(x=>x.s.destroyed).length, slow[0]!.t.slice(0,60), await health())
} finally { await house.close() }
process.exit()

import { chromium } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { findChromium } from '../../support/chromium.ts'
import { servePage } from './served-page.ts'
import { median, quantile } from './figures.ts'
import './measured-page.ts'
const [kind='screen', size='L', tab=''] = process.argv.slice(2)
const page = await servePage('/tmp/stet-bench', ['S','M','L'])
const { executablePath, args } = await findChromium()
const browser = await chromium.launch({ executablePath, args: [...args] })
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 } })
const p = await ctx.newPage()
p.on('pageerror', e=>console.log(e.message))
const dt = await ctx.newCDPSession(p)
await p.goto(page.url); await p.waitForFunction(()=>'bench' in window)
await p.evaluate(([k,s])=>window.bench.prepare(k as any,s as any),[kind,size])
if (process.env['OPEN']) { await browser.startTracing(p,{path:'/tmp/trace.json',categories:['devtools.timeline','disabled-by-default-v8.cpu_profiler','v8','blink','cc','toplevel','loading']}) }
await p.evaluate(()=>window.bench.open())
if (process.env['OPEN']) { await browser.stopTracing() }
if (tab) await p.evaluate(t=>window.bench.setTab(t as any),tab)
await p.evaluate(()=>window.bench.caret())
for (let i=0;i<6;i++){await p.keyboard.press('e');await p.waitForTimeout(90)}
await p.waitForTimeout(2500)
await p.evaluate(()=>window.bench.takeKeys())
const N=30
if (!process.env['OPEN']) await browser.startTracing(p,{path:'/tmp/trace.json',categories:['devtools.timeline','disabled-by-default-v8.cpu_profiler','disabled-by-default-devtools.timeline','v8','blink','toplevel']})
for (let i=0;i<N;i++){await p.keyboard.press(i%6===5?'Space':'e');await p.waitForTimeout(90)}
if (!process.env['OPEN']) await browser.stopTracing()
const k = await p.evaluate(()=>window.bench.takeKeys())
console.log('paint',median(k.toPaint),quantile(k.toPaint,.95),'dispatch',median(k.dispatch))
await browser.close(); page.close()
const trace=JSON.parse((await import('node:fs')).readFileSync('/tmp/trace.json','utf8')).traceEvents
// main thread
const names=new Map<string,any>(); for(const e of trace) if(e.ph==='M'&&e.name==='thread_name') names.set(e.pid+':'+e.tid,e.args.name)
const rend=[...names].filter(([,n])=>n==='CrRendererMain').map(([k])=>k)
const dur=new Map<string,{n:number,d:number}>()
const mains=new Set(rend)
for(const e of trace) if(e.ph==='X'&&mains.has(e.pid+':'+e.tid)&&e.dur){const v=dur.get(e.name)??{n:0,d:0};v.n++;v.d+=e.dur/1000;dur.set(e.name,v)}
console.log([...dur].sort((a,b)=>b[1].d-a[1].d).slice(0,28).map(([n,v])=>`${n.padEnd(50)} n=${v.n} total=${v.d.toFixed(1)} perkey=${(v.d/N).toFixed(2)}`).join('\n'))
// cpu profile self time
const nodes=new Map<number,any>(); const self=new Map<number,number>(); const parent=new Map<number,number>()
const chunks=trace.filter((e:any)=>e.name==='ProfileChunk')
const pids=new Map<string,number>()
for(const c of chunks){const key=c.pid+':'+c.id; pids.set(key,(pids.get(key)??0)+(c.args.data.timeDeltas?.length??0))}
const prof=trace.filter((e:any)=>e.name==='Profile'&&mains.has(e.pid+':'+e.tid)).map((e:any)=>e.pid+':'+e.id); const keep=[...pids].filter(([k])=>prof.includes(k)).sort((a,b)=>b[1]-a[1])[0]?.[0]; const longs=trace.filter((e:any)=>e.ph==='X'&&e.name==='RunTask'&&mains.has(e.pid+':'+e.tid)).map((e:any)=>e.dur/1000).sort((a:number,b:number)=>b-a).slice(0,12); console.log('longest tasks',longs.map((x:number)=>x.toFixed(0)).join(' '))
for(const c of chunks){ if(c.pid+':'+c.id!==keep) continue; const cp=c.args.data.cpuProfile; for(const n of cp?.nodes??[]){nodes.set(n.id,n); if(n.parent) parent.set(n.id,n.parent)} const td=c.args.data.timeDeltas; (cp?.samples??[]).forEach((id:number,i:number)=>self.set(id,(self.get(id)??0)+td[i]/1000)) }
const agg=new Map<string,number>(), tot=new Map<string,number>()
for(const [id,t] of self){const nm=(i:number)=>{const f=nodes.get(i)?.callFrame;return f?`${f.functionName||'(anon)'}:${(f.url||'').split('/').pop()}:${f.lineNumber}`:'?'}; agg.set(nm(id),(agg.get(nm(id))??0)+t); const seen=new Set<string>(); for(let i:number|undefined=id;i;i=parent.get(i)){const n=nm(i); if(!seen.has(n)){seen.add(n); tot.set(n,(tot.get(n)??0)+t)}}}
const show=(m:Map<string,number>,n:number)=>[...m].sort((a,b)=>b[1]-a[1]).slice(0,n).map(([k,v])=>`${v.toFixed(1).padStart(9)} ${(v/N).toFixed(2).padStart(7)} ${k}`).join('\n')
console.log('SELF\n'+show(agg,30)); console.log('TOTAL\n'+show(tot,60))

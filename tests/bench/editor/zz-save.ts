import { Transform } from 'prosemirror-transform'
import { buildWorkload } from './workload.ts'
import { PEOPLE, recordsOf } from './review-of.ts'
import { openTestLibrary, temporaryFolder, editOf, plainWork } from '../../support/library.ts'
import { newId } from '../../../src/main/core/new-id.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../src/shared/document/tracker.ts'
const size = (process.argv[2] ?? 'L') as 'L'
const folder = temporaryFolder()
let doc = buildWorkload(size)
const records = recordsOf(doc)
const work = { ...plainWork(), importDraft: () => Promise.resolve({ ok: true as const, value: { doc: doc.toJSON(), people: PEOPLE.map(p=>({...p})), changes: records.changes as any, threads: records.threads as any, warnings: [] } }) }
const lib = await openTestLibrary(folder.path, work as any)
const imported = await lib.call('articles.import', { name: 'x.txt', bytes: new Uint8Array() } as any)
if (!imported.ok) { console.log(imported); process.exit(1) }
const { articleId } = imported.value as any
const open = await lib.must('review.open', { articleId }) as any
doc = schema.nodeFromJSON(open.doc)
console.log('open', doc.childCount, open.state.changes.length, open.state.threads.length)
const session = await lib.must('session.get', {} as any) as any
const author = session.actor.personId
const times: number[] = [], states: number[]=[]
let pos = 0; doc.descendants((n,p)=>{ if(pos||p<doc.content.size/2) return !pos; if(n.isText&&n.marks.length===0&&n.text!.length>20) pos=p+10; return !pos })
let id = 0
for (let i = 0; i < 40; i++) {
  const tr = new Transform(doc); tr.insert(pos, schema.text('e', doc.resolve(pos).marks()))
  const t = trackChanges(doc, { doc: tr.doc, maps: tr.mapping.maps }, { author, newId: () => `own-${id++}` })
  const edit = { baseSeq: i, batchId: newId(), steps: t.transform.steps.map(s=>s.toJSON()) } as any
  if (t.transform.steps.length!==1) edit.baseSeq = (times as any).seq ?? 0
  edit.baseSeq = (globalThis as any).seq ?? open.state.seq
  const s = performance.now()
  const r = await lib.call('document.save', { articleId, edit, decided: [] } as any)
  times.push(performance.now()-s)
  if (!r.ok) { console.log(r); break }
  ;(globalThis as any).seq = (r.value as any).seq
  const s2 = performance.now(); await lib.must('review.state', { articleId }); states.push(performance.now()-s2)
  doc = t.transform.doc; pos++
}
const m=(v:number[])=>[...v].sort((a,b)=>a-b)[v.length>>1]
console.log('save p50', m(times)?.toFixed(1), 'p95', [...times].sort((a,b)=>a-b)[Math.floor(times.length*.95)]?.toFixed(1), 'state p50', m(states)?.toFixed(1))
await (lib.core as any).close?.()
folder.remove()
process.exit(0)

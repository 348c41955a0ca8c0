import { schema } from '../../src/shared/document/schema.ts'
import { parseDocument } from '../../src/shared/document/stored-steps.ts'
import { editOf, openTestLibrary } from './library.ts'

/**
 * A process that types into an article until it is killed: `node save-for-ever.ts FOLDER ARTICLE`. Each line it
 * prints is "SEQ LENGTH": a save that was acknowledged, and how long the headline is after it.
 */
const [folder, articleId] = process.argv.slice(2)
if (folder === undefined || articleId === undefined) throw new Error('FOLDER ARTICLE')

const library = await openTestLibrary(folder)
const opened = await library.must('review.open', { articleId })
const parsed = parseDocument(opened.doc)
if (!parsed.ok) throw new Error(parsed.message)
let { doc } = parsed
let seq = opened.state.seq

for (;;) {
  const edit = editOf(doc, seq, (transform) => {
    // Three letters a batch, as somebody types who types fast.
    for (const letter of 'abc') transform.insert(1, schema.text(letter))
    doc = transform.doc
  })
  const args = { articleId, edit, decided: [] }
  // Each save stands on the one before it.
  // oxlint-disable-next-line no-await-in-loop
  const saved = await library.must('document.save', args)
  seq = saved.seq
  process.stdout.write(`${seq} ${doc.child(0).content.size}\n`)
}

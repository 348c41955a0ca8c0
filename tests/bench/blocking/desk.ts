import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { schema } from '../../../src/shared/document/schema.ts'
import type { ArticleId, ThreadId } from '../../../src/shared/model/ids.ts'
import { newId } from '../../../src/main/core/new-id.ts'
import { createWork } from '../../../src/main/worker/client.ts'
import { addAnchor } from '../../../src/shared/document/anchors.ts'
import { editOf, openTestLibrary, temporaryFolder } from '../../support/library.ts'
import type { TestLibrary } from '../../support/library.ts'
import { sitDownAs } from '../../support/walk-desk.ts'

/** A desk with a real library and the real worker thread, where somebody types in a short article all the time. */
export type BusyDesk = {
  readonly library: TestLibrary
  /** One more letter in the short article. */
  save(): Promise<void>
  /** A word and a comment in an article, by whoever is at the desk. */
  workOn(articleId: ArticleId, paragraph: number): Promise<void>
  saved(): Uint8Array
  close(): Promise<void>
}

export async function openBusyDesk(name: string): Promise<BusyDesk> {
  const folder = temporaryFolder()
  const work = createWork()
  const library = await openTestLibrary(folder.path, work)
  await library.must('session.renameLibrary', { name })
  const author = await sitDownAs(library, 'desk')
  const bytes = new TextEncoder().encode('Short story\nBy Jonah Pell\nIt is typed in all the time.')
  const short = await library.must('articles.import', { name: 'short.txt', bytes })
  const open = async (articleId: ArticleId) => {
    const { doc, state } = await library.must('review.open', { articleId })
    return { doc: Node.fromJSON(schema, doc), seq: state.seq }
  }
  let typed = await open(short.articleId)
  return {
    library,
    save: async () => {
      const { doc, seq } = typed
      const mark = schema.marks.insertion.create({ id: 'typed', author })
      const transform = new Transform(doc).insert(1, schema.text('x', [mark]))
      const steps = transform.steps.map((step) => step.toJSON() as { stepType: string })
      const edit = { baseSeq: seq, batchId: newId(), steps }
      const saved = await library.must('document.save', { articleId: short.articleId, edit, decided: [] })
      typed = { doc: transform.doc, seq: saved.seq }
    },
    workOn: async (articleId, paragraph) => {
      const { doc, seq } = await open(articleId)
      let place = 0
      doc.forEach((node, offset, index) => {
        if (index === paragraph) place = offset + node.nodeSize - 1
      })
      const id = newId() as ThreadId
      const mark = schema.marks.insertion.create({ id: newId(), author })
      const insert = editOf(doc, seq, (transform) => {
        transform.insert(place, schema.text(' And so it was said.', [mark]))
      })
      await library.must('document.save', { articleId, edit: insert, decided: [] })
      const now = await open(articleId)
      const steps = addAnchor(now.doc, 'comment', id, [{ from: place + 1, to: place + 8 }]).steps
      const edit = {
        baseSeq: now.seq,
        batchId: newId(),
        steps: steps.map((step) => step.toJSON() as { stepType: string }),
      }
      const said = { target: { kind: 'range' }, level: 'should', audience: 'desk', assigneeId: null } as const
      await library.must('threads.create', { articleId, id, ...said, text: 'Who said so?', edit })
    },
    saved: () => {
      const last = library.savedBytes.at(-1)
      if (!last) throw new Error('Nothing was saved')
      return last
    },
    close: async () => {
      await library.core.close()
      await work.close()
      folder.remove()
    },
  }
}

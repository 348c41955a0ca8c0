import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Step } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import type { Edit, HostApi, MethodName } from '../../../src/shared/contract.ts'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import type { Quote } from '../../../src/shared/document/quotes/quote.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

const PERSON = { id: 'ines', name: 'Ines Calloway', initials: 'IC', hue: 1, roles: ['desk'], outside: false }

type Call = { readonly method: MethodName; readonly args: unknown }

/** The parts of main that a manuscript talks to, in memory: it stores steps, threads and claims. */
function createMain(
  first: Node,
  people: readonly unknown[],
  changes: readonly unknown[],
  quotes: readonly unknown[],
) {
  let doc = first
  let seq = 0
  const threads: unknown[] = []
  const claims = new Map<string, string>()
  const anchors = new Map<string, unknown>()
  let dismissals: readonly { readonly key: string }[] = []
  const calls: Call[] = []

  const store = (edit: Edit | null | undefined) => {
    for (const json of edit?.steps ?? []) {
      const result = Step.fromJSON(schema, json).apply(doc)
      if (!result.doc) throw new Error(result.failed ?? 'a step does not apply')
      doc = result.doc
      seq += 1
    }
  }
  const state = () => {
    const index = indexDocument(doc)
    const places = [...index.claims.values()].filter(({ id }) => claims.has(id))
    return {
      article: { id: 'article', locked: false, version: 1 },
      seq,
      changes,
      changeSets: [],
      anchors: [...anchors.values()],
      threads: [...threads],
      dismissals,
      sources: [],
      blockers: [],
      claims: places.map(({ id, words }, at) => ({
        id,
        number: at + 1,
        kind: claims.get(id),
        status: 'found',
        stale: false,
        orphaned: false,
        words,
      })),
    }
  }
  const answer = (method: MethodName, args: Record<string, unknown>): unknown => {
    store(args['edit'] as Edit | null | undefined)
    switch (method) {
      case 'session.get':
        return { people, actor: { personId: 'ines', role: 'desk' } }
      case 'review.open':
        return { doc: doc.toJSON() as unknown, people, state: state(), token: 'first' }
      case 'review.news':
        return { token: 'next', told: { kind: 'whole', state: state() } }
      case 'document.save':
        return { seq, at: 1 }
      case 'threads.create':
        threads.push({
          ...args,
          quote: '',
          resolvedAt: null,
          orphaned: false,
          messages: [
            {
              id: `m${threads.length}`,
              authorId: 'ines',
              at: 1,
              text: args['text'],
              editedAt: null,
              earlier: [],
            },
          ],
        })
        return state()
      case 'claims.create':
        claims.set(String(args['id']), String(args['kind']))
        return state()
      case 'anchors.quotes':
        return quotes
      case 'anchors.place':
      case 'anchors.confirm': {
        const { mark, id } = args as { mark: string; id: string }
        const attachment = args['sure'] === false ? 'check' : 'attached'
        anchors.set(`${mark}:${id}`, { mark, id, attachment, confirmedBy: null, confirmedAt: null })
        return state()
      }
      case 'checks.dismissAll': {
        const added = args['dismissed'] as readonly { readonly key: string }[]
        dismissals = [...dismissals, ...added.map((each) => ({ ...each, by: 'ines', at: Date.now() }))]
        return state()
      }
      case 'checks.restoreAll': {
        const keys = args['keys'] as readonly string[]
        dismissals = dismissals.filter(({ key }) => !keys.includes(key))
        return state()
      }
      default:
        return state()
    }
  }
  const host: HostApi = {
    call: (method, args) => {
      calls.push({ method, args })
      // A stand-in answers only what the manuscript reads of each result.
      return Promise.resolve({ ok: true, value: answer(method, args as Record<string, unknown>) as never })
    },
    on: () => () => undefined,
  }
  return { host, calls, stored: () => doc }
}

type Around = {
  /** Others who wrote in the article. */
  readonly people?: readonly unknown[]
  /** Records of changes, as main keeps them. */
  readonly changes?: readonly unknown[]
  /** The words that a lost anchor last held on to. */
  readonly quotes?: readonly Quote[]
  /** Stands beside the manuscript. */
  readonly aside?: () => Promise<ReactNode>
}

/** The manuscript in a column that scrolls, as the review shows it. */
export async function openManuscript(doc: Node, around: Around = {}) {
  const main = createMain(doc, [PERSON, ...(around.people ?? [])], around.changes ?? [], around.quotes ?? [])
  Object.defineProperty(window, 'stet', { value: main.host, configurable: true })
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useSession } = await import('../../../src/renderer/features/session-store.ts')
  const { host } = await import('../../../src/renderer/host/host.ts')
  const { Manuscript } = await import('../../../src/renderer/features/article/manuscript.tsx')
  const actions = await import('../../../src/renderer/features/article/actions.ts')
  const { goToText } = await import('../../../src/renderer/features/review/go-to.ts')
  // The host is taken once, when its module is loaded: later manuscripts of a file answer through it.
  Object.assign(host, main.host)

  const column = document.createElement('main')
  column.style.cssText = 'height: 600px; overflow: auto'
  document.body.append(column)
  await useSession.getState().load()
  await useReview.getState().open('article')
  const root = createRoot(column)
  const aside = await around.aside?.()
  const beside = document.createElement('aside')
  document.body.append(beside)
  const besideRoot = createRoot(beside)
  besideRoot.render(aside)
  root.render(<Manuscript />)
  return {
    ...main,
    actions,
    goToText,
    review: useReview,
    column,
    beside,
    close: () => {
      root.unmount()
      besideRoot.unmount()
      beside.remove()
      column.remove()
    },
  }
}

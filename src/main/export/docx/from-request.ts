import { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import type { ExportRequest } from '../../../shared/model/interchange.ts'
import type { Person } from '../../../shared/model/person.ts'
import { cleanName } from '../../import/docx/authors.ts'
import type { CopyOf, Signer, WordContent } from './content.ts'
import { filePictures } from './outside-pictures.ts'
import { signOffFacts } from './sign-off/facts.ts'

/** The review copy of a request: external readers get neither comments nor names of people at the desk. */
export function reviewContent(request: ExportRequest): WordContent {
  const { state, audience } = request
  const isExternal = audience === 'external'
  return {
    ...shared(request, Node.fromJSON(schema, request.doc)),
    threads: isExternal ? [] : state.threads,
    changes: new Map(
      state.changes.map((change) => [
        change.id,
        { authorId: change.authorId, at: change.createdAt, dateRaw: change.dateRaw },
      ]),
    ),
    people: isExternal ? numberedEditors(request.people) : namedPeople(request.people),
    keepTracking: !state.article.locked,
    copyOf: copyOf(request),
  }
}

/** The redline under the names of those who made it, for a file from which both are taken before it is handed out. */
export function namedContent(request: ExportRequest): WordContent {
  return {
    ...reviewContent({ ...request, audience: 'internal' }),
    threads: [],
    keepTracking: false,
    copyOf: null,
  }
}

/** The clean copy: one reading of the text, and nothing of how it came about. */
export function cleanContent(request: ExportRequest, final: Node): WordContent {
  return {
    ...shared(request, final),
    threads: [],
    changes: new Map(),
    people: new Map(),
    keepTracking: false,
  }
}

/** Outside nobody learns of which library a file is. */
function copyOf({ state, audience, kind, madeFrom }: ExportRequest): CopyOf | null {
  if (!madeFrom || audience === 'external') return null
  return { ...madeFrom, articleId: state.article.id, audience, kind, textHash: state.textHash }
}

function shared(request: ExportRequest, doc: Node) {
  return {
    doc,
    images: filePictures(request).images,
    title: request.state.article.headline,
    textHash: request.state.textHash.slice(0, 12),
    writtenAt: request.now,
    utcOffset: request.utcOffset,
    signOff: request.signOffPage === true ? signOffFacts(request, doc) : null,
  }
}

export function namedPeople(people: readonly Person[]): ReadonlyMap<string, Signer> {
  return new Map(people.map(({ id, name, initials }) => [id, { name: cleanName(name), initials }]))
}

export function numberedEditors(people: readonly Person[]): ReadonlyMap<string, Signer> {
  return new Map(
    people.map((person, index) => [person.id, { name: `Editor ${index + 1}`, initials: `E${index + 1}` }]),
  )
}

/** `teld-taskforce-26-v7-review.docx`; the slug without what a file system could take amiss. */
export function fileName(request: ExportRequest, ending: string): string {
  const { slug, version } = request.state.article
  const safe = slug
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return `${safe === '' ? 'article' : safe}-v${version}-${ending}`
}

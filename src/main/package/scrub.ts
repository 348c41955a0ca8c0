import type { Node } from 'prosemirror-model'
import { versionRows } from '../../shared/exchange/package.ts'
import type { PackageRequest, PackageVersion, VersionRows } from '../../shared/exchange/package.ts'
import { pictureNames } from '../../shared/document/pictures.ts'
import { readSnapshot } from '../../shared/document/stored-steps.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import { clearanceOfFile } from '../core/visible.ts'
import { parseText } from './read-documents.ts'
import { namesHidden } from './names-hidden.ts'
import { peopleIn } from './people-in-rows.ts'
import { authorsIn } from './people-in-text.ts'
import { scrubDocument } from './scrub-document.ts'
import type { DocumentScrub } from './scrub-document.ts'
import { forReadersOutside, SOMEBODY } from './scrub-external.ts'
import { findPrivate, withoutPrivate, withUnnamedAsNow } from './scrub-private.ts'

/**
 * The one place where a package is cut to its audience: what the writer is given is the whole review, and what lies in
 * the file went through here. Every saved version is cut as the review is; readers outside get none.
 */
export function scrub(request: PackageRequest): PackageRequest {
  return request.manifest.audience === 'external' ? scrubForOutside(request) : scrubForDesk(request)
}

function textOf(json: unknown): Node {
  const read = readSnapshot(json)
  if (!read.ok) throw new Error(read.message)
  return read.doc
}

function scrubForDesk(request: PackageRequest): PackageRequest {
  const { review, versions } = request
  const clearance = clearanceOfFile(request.manifest.audience)
  const { document, ...now } = review
  const earlier = versions.map(({ content }) => (content === null ? null : rowsOf(content)))
  const hidden = findPrivate([now, ...earlier.filter((rows) => rows !== null)], clearance)
  const rows = withoutPrivate(now, hidden)
  const texts = { isHidden: (id: string) => hidden.threads.has(id), person: (id: string) => id }
  const scrubText = scrubTexts(texts)
  const text = scrubText(JSON.stringify(document))
  const kept = versions.map((one, place): PackageVersion => {
    const then = earlier[place] ?? null
    const content = then === null ? null : canonicalJson(withUnnamedAsNow(withoutPrivate(then, hidden), rows))
    return { version: one.version, document: scrubText(one.document).json, content }
  })
  return named({ ...request, review: { ...rows, document: text.doc.toJSON() as unknown }, versions: kept })
}

/** What the library kept beside them (the text, numbers of its own) is none of them. */
function rowsOf(content: string): VersionRows {
  return versionRows.parse(JSON.parse(content))
}

type Scrubbed = { readonly doc: Node; readonly json: string }

/** Many versions have the same text. */
function scrubTexts(how: DocumentScrub): (text: string) => Scrubbed {
  const known = new Map<string, Scrubbed>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const doc = scrubDocument(textOf(parseText(text)), how)
    const scrubbed = { doc, json: JSON.stringify(doc.toJSON()) }
    known.set(text, scrubbed)
    return scrubbed
  }
}

function scrubForOutside(request: PackageRequest): PackageRequest {
  const { document, ...rows } = request.review
  const doc = scrubDocument(textOf(document), { isHidden: () => true, person: () => SOMEBODY.id })
  return {
    manifest: {
      ...request.manifest,
      // The name of a library is the name of somebody's machine until people give it another.
      from: { id: request.manifest.from.id, name: '' },
      by: '',
      head: null,
    },
    review: {
      ...forReadersOutside(rows, namesHidden(request.people)),
      document: doc.toJSON() as unknown,
    },
    people: [SOMEBODY],
    versions: [],
    pictures: picturesOf(request, [doc]),
    files: new Map(),
  }
}

/** People, pictures and files that what is left still names. */
function named(request: PackageRequest): PackageRequest {
  const { review, versions, people, files } = request
  const docs = [textOf(review.document), ...versions.map(({ document }) => textOf(parseText(document)))]
  const ids = new Set<string>([
    ...peopleIn(review),
    ...docs.flatMap((doc) => [...authorsIn(doc)]),
    ...versions.flatMap(({ version, content }) => [
      ...(version.personId === null ? [] : [version.personId]),
      ...(content === null ? [] : peopleIn(rowsOf(content))),
    ]),
  ])
  const wanted = new Set(review.sources.flatMap(({ file }) => (file === null ? [] : [file.sha256])))
  return {
    ...request,
    people: people.filter(({ id }) => ids.has(id)),
    pictures: picturesOf(request, docs),
    files: new Map([...files].filter(([name]) => wanted.has(name))),
  }
}

function picturesOf({ pictures }: PackageRequest, docs: readonly Node[]): PackageRequest['pictures'] {
  const names = new Set(docs.flatMap((doc) => [...pictureNames(doc)]))
  return new Map([...pictures].filter(([name]) => names.has(name)))
}

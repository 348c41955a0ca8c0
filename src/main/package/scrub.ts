import type { Node } from 'prosemirror-model'
import { versionRows } from '../../shared/exchange/package.ts'
import type { PackageRequest, PackageVersion, VersionRows } from '../../shared/exchange/package.ts'
import type { ReviewContent } from '../../shared/exchange/review-content.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import { clearanceOfFile } from '../core/visible.ts'
import { createBlockReader, documentText } from './block-reader.ts'
import type { ReadBlock } from './block-reader.ts'
import { LIMITS } from './limits.ts'
import { namesHidden } from './names-hidden.ts'
import { peopleIn } from './people-in-rows.ts'
import { authorsIn, picturesIn } from './named-in-text.ts'
import { scrubNode } from './scrub-document.ts'
import type { DocumentScrub } from './scrub-document.ts'
import { forReadersOutside, SOMEBODY } from './scrub-external.ts'
import { findPrivate, withoutPrivate, withUnnamedAsNow } from './scrub-private.ts'
import { storedForm } from '../../shared/document/stored-form.ts'

/**
 * The one place where a package is cut to its audience: what the writer is given is the whole review, and what lies in
 * the file went through here. Every saved version is cut as the review is; readers outside get none.
 */
export function scrub(request: PackageRequest): PackageRequest {
  return request.manifest.audience === 'external' ? scrubForOutside(request) : scrubForDesk(request)
}

function scrubForDesk(request: PackageRequest): PackageRequest {
  const { review, versions } = request
  const clearance = clearanceOfFile(request.manifest.audience)
  const { document, ...now } = review
  const earlier = versions.map(({ content }) => (content === null ? null : rowsOf(content)))
  const hidden = findPrivate([now, ...earlier.filter((rows) => rows !== null)], clearance)
  const rows = withoutPrivate(now, hidden)
  const scrubText = scrubTexts({ isHidden: (id) => hidden.threads.has(id), person: (id) => id })
  const text = scrubText(JSON.stringify(document))
  const kept = versions.map((one, place): PackageVersion => {
    const then = earlier[place] ?? null
    const content = then === null ? null : canonicalJson(withUnnamedAsNow(withoutPrivate(then, hidden), rows))
    return { version: one.version, document: scrubText(one.document).json, content }
  })
  const originals = originalsFor(request, hidden.threads)
  const cut = {
    ...request,
    originals,
    review: { ...rows, document: JSON.parse(text.json) as unknown },
    versions: kept,
  }
  const texts = [text, ...versions.map(({ document: then }) => scrubText(then))]
  return named(
    cut,
    texts.flatMap(({ nodes }) => nodes),
  )
}

/** A comment that came with a Word file, and is private by now, stands in that file as well. */
function originalsFor(
  { review, manifest, originals }: PackageRequest,
  hidden: ReadonlySet<string>,
): PackageRequest['originals'] {
  const cameWithFile = ({ id, messages }: ReviewContent['threads'][number]) =>
    hidden.has(id) && messages.some(({ dateRaw }) => dateRaw !== null)
  if (review.threads.some(cameWithFile)) return []
  const clearance = clearanceOfFile(manifest.audience)
  return originals.filter(
    ({ audience, bytes }) =>
      (audience === 'desk' || clearance === 'legal') && bytes.byteLength <= LIMITS.attachment,
  )
}

/** What the library kept beside them (the text, numbers of its own) is none of them. */
function rowsOf(content: string): VersionRows {
  return versionRows.parse(JSON.parse(content))
}

type Scrubbed = { readonly nodes: readonly Node[]; readonly json: string }

/** Many versions have the same text, and most of them the same paragraphs. */
function scrubTexts(how: DocumentScrub): (text: string) => Scrubbed {
  const read = createBlockReader()
  const texts = new Map<string, Scrubbed>()
  const blocks = new WeakMap<ReadBlock, { readonly node: Node; readonly json: string }>()
  const scrubBlock = (block: ReadBlock) => {
    const before = blocks.get(block)
    if (before) return before
    const node = scrubNode(block.node, how)
    const scrubbed = { node, json: JSON.stringify(storedForm(node)) }
    blocks.set(block, scrubbed)
    return scrubbed
  }
  return (text) => {
    const before = texts.get(text)
    if (before) return before
    const found = read(text)
    // Of this very library: it was checked when it came in.
    if (!found.ok) throw new Error(found.message)
    const parts = found.blocks.map(scrubBlock)
    const scrubbed = {
      nodes: parts.map(({ node }) => node),
      json: documentText(parts.map(({ json }) => json)),
    }
    texts.set(text, scrubbed)
    return scrubbed
  }
}

function scrubForOutside(request: PackageRequest): PackageRequest {
  const { document, ...rows } = request.review
  const scrubText = scrubTexts({ isHidden: () => true, person: () => SOMEBODY.id })
  const { nodes, json } = scrubText(JSON.stringify(document))
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
      document: JSON.parse(json) as unknown,
    },
    people: [SOMEBODY],
    versions: [],
    pictures: picturesOf(request, nodes),
    files: new Map(),
    originals: [],
  }
}

/** People, pictures and files that what is left still names. */
function named(request: PackageRequest, nodes: readonly Node[]): PackageRequest {
  const { review, versions, people, files } = request
  const ids = new Set<string>([
    ...peopleIn(review),
    ...authorsIn(nodes),
    ...versions.flatMap(({ version, content }) => [
      ...(version.personId === null ? [] : [version.personId]),
      ...(content === null ? [] : peopleIn(rowsOf(content))),
    ]),
  ])
  const wanted = new Set(review.sources.flatMap(({ file }) => (file === null ? [] : [file.sha256])))
  return {
    ...request,
    people: people.filter(({ id }) => ids.has(id)),
    pictures: picturesOf(request, nodes),
    files: new Map([...files].filter(([name]) => wanted.has(name))),
  }
}

function picturesOf({ pictures }: PackageRequest, nodes: readonly Node[]): PackageRequest['pictures'] {
  const names = picturesIn(nodes)
  return new Map([...pictures].filter(([name]) => names.has(name)))
}

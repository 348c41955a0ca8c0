import { LineCounter, isNode, parseDocument, visit } from 'yaml'
import type { Document, Node } from 'yaml'
import type { ZodError, ZodType } from 'zod'
import type { Outcome } from '../../shared/contract.ts'
import { done, fail } from './outcome.ts'

/** Files that a desk edits by hand: read once at the start, every mistake told with its line. */

/** Larger than any that somebody would write by hand. */
const MAX_CHARACTERS = 1_000_000

/** `kind`: what the file is called in the sentence, as in “rule file”. */
export function refuseFile(kind: string, name: string, found: string) {
  return fail(
    'unreadable-file',
    `The ${kind} “${name}” cannot be used: ${found} Nothing was changed. Mend the file and start Stet again.`,
  )
}

function lineOf(node: Node | null | undefined, lines: LineCounter): number {
  return lines.linePos(node?.range?.[0] ?? 0).line
}

/** The line of the value at `path`, or of the nearest value around it that is there. */
function lineAt(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lineOf(node, lines)
  }
  return lineOf(document.contents, lines)
}

type Mistake = { readonly line: number; readonly path: readonly PropertyKey[]; readonly message: string }

/**
 * The mistake that comes first in the file. An unknown key is found at the key, not at the rule around it, and told
 * before all else: what seems to be missing is often there under a misspelt name.
 */
function firstMistake(error: ZodError, document: Document, lines: LineCounter): Mistake {
  const misspelt = error.issues.filter((issue) => issue.code === 'unrecognized_keys')
  const mistakes = (misspelt.length > 0 ? misspelt : error.issues).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const path = [...issue.path, ...unknown]
    return { line: lineAt(document, path, lines), path, message: issue.message }
  })
  const [first] = mistakes.toSorted((a, b) => a.line - b.line)
  return first ?? { line: 1, path: [], message: 'unreadable' }
}

/** Aliases are of no use to a desk, and can blow a small file up into a very large one. */
function firstAlias(document: Document): Node | null {
  let found: Node | null = null
  visit(document, {
    Alias: (_, node) => {
      found = node
      return visit.BREAK
    },
  })
  return found
}

export function parseYaml<T>(kind: string, name: string, text: string, schema: ZodType<T>): Outcome<T> {
  if (text.length > MAX_CHARACTERS) return refuseFile(kind, name, 'it is too long.')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) {
    return refuseFile(kind, name, `line ${String(lines.linePos(error.pos[0]).line)}: ${error.message}.`)
  }
  const alias = firstAlias(document)
  if (alias) {
    return refuseFile(
      kind,
      name,
      `line ${String(lineOf(alias, lines))}: an alias (*name); write the value out.`,
    )
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return done(parsed.data)
  const { line, path, message } = firstMistake(parsed.error, document, lines)
  const where = path.length === 0 ? '' : ` (${path.map(String).join('.')})`
  return refuseFile(kind, name, `line ${String(line)}${where}: ${message}.`)
}

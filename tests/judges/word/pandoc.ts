import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { linesOf } from './lines.ts'
import type { Reader } from './lines.ts'

type Element = { readonly t?: string; readonly c?: unknown }

const run = promisify(execFile)

/** What pandoc reads in a file once it has accepted or rejected every change; null where it gives no answer. */
export async function pandocLines(
  file: string,
  verdict: 'accept' | 'reject',
): Promise<readonly string[] | null> {
  try {
    const args = [`--track-changes=${verdict}`, '-f', 'docx', '-t', 'json', file]
    const { stdout } = await run('pandoc', args, { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 })
    return linesOfTree(stdout)
  } catch {
    return null
  }
}

/** A title stands first in the text, and pandoc keeps it apart. */
function linesOfTree(json: string): readonly string[] {
  const tree = JSON.parse(json) as { readonly blocks: unknown; readonly meta: Record<string, unknown> }
  const reader: Reader = { text: [], notes: [] }
  for (const name of ['title', 'subtitle', 'author']) {
    if (tree.meta[name] !== undefined) reader.text.push(inlineText(tree.meta[name], reader))
  }
  collect(tree.blocks, reader, reader.text)
  return linesOf(reader)
}

function collect(node: unknown, reader: Reader, lines: string[]): void {
  if (Array.isArray(node)) for (const inner of node) collect(inner, reader, lines)
  else if (typeof node === 'object' && node !== null) {
    const { t, c } = node as Element
    if (t === 'Para' || t === 'Plain') lines.push(inlineText(c, reader))
    else if (t === 'Header') lines.push(inlineText(Array.isArray(c) ? c[2] : '', reader))
    else collect(c, reader, lines)
  }
}

function inlineText(node: unknown, reader: Reader): string {
  if (Array.isArray(node)) return node.map((inner) => inlineText(inner, reader)).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { t, c } = node as Element
  switch (t) {
    case 'Str':
      return String(c)
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' '
    case 'Note':
      collect(c, reader, reader.notes)
      return ''
    case 'Image':
      return ''
    default:
      return inlineText(c, reader)
  }
}

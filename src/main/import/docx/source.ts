import type { Node } from 'prosemirror-model'
import { arrangeDraft } from '../draft.ts'
import { readWord } from './index.ts'
import type { ReadWord } from './index.ts'
import type { WordPackage } from './package.ts'
import { pairNodes } from './source-pairs.ts'
import type { Origin, Pairs } from './source-pairs.ts'
import { readSourceParagraph } from './source-paragraph.ts'
import type { SourceComment, SourceParagraph, SourceUnit, WordSource } from './source-types.ts'
import { createTrace } from './trace.ts'

/**
 * Reads the file that a review began with once more, in order to write it again. `outside`: ids of people by the names
 * that the file may give them, so that its changes and comments have the authors of the review. Throws a Refusal.
 */
export async function readSource(
  bytes: Uint8Array,
  outside: Readonly<Record<string, string>>,
): Promise<WordSource> {
  let count = 0
  const newId = (): string => `source-${(count += 1)}`
  const trace = createTrace()
  const request = { name: 'original.docx', bytes, outside }
  const word = await readWord(request, { now: 0, newId }, trace)
  const { pack, result, traced } = word
  const { doc, first } = arrangeDraft(result)
  const pairs = pairNodes(traced, doc, first, trace)
  const known = new Map<Node, SourceParagraph>()
  return {
    pack,
    text: pack.text(pack.mainName),
    result,
    doc,
    units: findUnits(traced, pairs),
    paragraph(node) {
      const origin = pairs.origins.get(node)
      if (!origin) return null
      const found = known.get(node) ?? readSourceParagraph(node, origin.element, textOf(origin, pack), trace)
      known.set(node, found)
      return found
    },
    notes: pairs.notes,
    comments: commentsOf(word),
    payloads: word.payloads,
    signOff: trace.leftOut.map(({ start, end }) => ({ from: start, to: end })),
  }
}

function textOf({ part }: Origin, pack: WordPackage): string {
  return pack.text(part === 'main' ? pack.mainName : (pack.nameOf(part) ?? ''))
}

/** Blocks that were read out of one paragraph, as the words of its text boxes are, are one unit with it. */
function findUnits(traced: readonly Node[], pairs: Pairs): readonly SourceUnit[] {
  const units: { readonly from: number; readonly to: number; readonly blocks: Node[] }[] = []
  for (const node of traced) {
    const range = pairs.ranges.get(node)
    const block = pairs.finals.get(node)
    const last = units.at(-1)
    if (!range) continue
    if (last && range.from < last.to) {
      if (block) last.blocks.push(block)
    } else units.push({ ...range, blocks: block ? [block] : [] })
  }
  return units
}

function commentsOf({ result, commentNumbers }: ReadWord): readonly SourceComment[] {
  return result.threads.flatMap((thread) =>
    thread.messages.map((message) => ({
      number: commentNumbers.get(message.id) ?? '',
      message: message.id,
      thread: thread.id,
    })),
  )
}

import type { Package } from '../../opc/read.ts'
import { readRelations } from '../../opc/relations.ts'
import { createXmlBudget } from '../../opc/xml.ts'

/** Relations to what a reader sees as text, beside the main part itself. */
const STORIES = new Set(['header', 'footer', 'footnotes', 'endnotes', 'comments', 'glossaryDocument'])

/** The parts of a file that hold its stories, by the relations that lead to them: they may be called anything. */
export function storyParts(pack: Package): readonly string[] {
  const budget = createXmlBudget()
  const main = readRelations(pack, '', budget).filter(({ type }) => type === 'officeDocument')
  const found = new Set(main.map(({ target }) => target))
  // What is found on the way is looked at as well.
  for (const part of found) {
    for (const { type, target, external } of readRelations(pack, part, budget))
      if (!external && STORIES.has(type)) found.add(target)
  }
  const present = new Map(pack.names.map((name) => [name.toLowerCase(), name]))
  return [...found].flatMap((name) => present.get(name.toLowerCase()) ?? [])
}

const TALK = /^(?:comments\w*|people)$/

/** Whether anything of a file is its comments, or those who wrote them. */
export function hasTalk(pack: Package): boolean {
  const budget = createXmlBudget()
  const parts = ['', ...pack.names.filter((name) => !/\.rels$/i.test(name))]
  return (
    pack.names.some((name) => /comments|people/i.test(name)) ||
    parts.some((part) => readRelations(pack, part, budget).some(({ type }) => TALK.test(type)))
  )
}

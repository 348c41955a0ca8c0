import type { PdfValue } from '../../../src/main/pdf/objects.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import { annotationsOf } from './book.ts'
import type { Annotation, Book, Element, Page } from './book.ts'
import { seen } from './annotations.ts'
import { entry, list, nameOf } from './read.ts'
import { wrong } from './rule.ts'
import type { Rule } from './rule.ts'

/** How annotations and the contents of pages are tied to the structure, in both directions. */

type OnPage = Annotation & { readonly page: Page }

function keyOf({ entries }: { readonly entries: Annotation['entries'] }, name: string): number | null {
  const key = entries.entries.get(name)
  return typeof key === 'number' ? key : null
}

function elementOf(book: Book, one: OnPage): Element | null {
  const key = keyOf(one, 'StructParent')
  const to = key === null ? null : book.parentOf.get(key)
  return isReference(to) ? (book.byNumber.get(to.number) ?? null) : null
}

/** The kids that name an annotation: the object, and the page that they say it is on. */
function objectsOf(book: Book, element: Element): readonly (readonly [number, PdfValue])[] {
  return element.kids.flatMap((kid) => {
    if (!isDictionary(kid) || nameOf(entry(book.file, kid, 'Type')) !== 'OBJR') return []
    const object = kid.entries.get('Obj')
    return [
      [
        isReference(object) ? object.number : 0,
        kid.entries.get('Pg') ?? element.entries.entries.get('Pg') ?? null,
      ],
    ]
  })
}

/** What holds an annotation of each kind (ISO 14289-1, 7.18). */
const HOLDERS: Readonly<Record<string, string>> = { Link: 'Link', Widget: 'Form' }

/** Keys of pages and annotations with what carries each. */
function keysOf(book: Book): readonly (readonly [number, string])[] {
  return [
    ...book.pages.map((page) => [keyOf(page, 'StructParents'), `Page ${page.at}`] as const),
    ...annotationsOf(book).map((one) => [keyOf(one, 'StructParent'), one.where] as const),
  ].flatMap(([key, where]) => (key === null ? [] : [[key, where] as const]))
}

/** The marked contents that an element says are its own, each with the number of its page. */
function contentsOf(book: Book, element: Element): readonly (readonly [page: number, id: number])[] {
  const own = element.entries.entries.get('Pg')
  return element.kids.flatMap((kid) => {
    const id = typeof kid === 'number' ? kid : entry(book.file, kid, 'MCID')
    const page = isDictionary(kid) ? (kid.entries.get('Pg') ?? own) : own
    return typeof id === 'number' && isReference(page) ? [[page.number, id] as const] : []
  })
}

export const PLACE_RULES: readonly Rule[] = [
  {
    name: 'a key each',
    clause: 'PDF/UA-1, 7.18.1',
    faults: (book) =>
      wrong(
        seen(book),
        (one) => keyOf(one, 'StructParent') === null,
        (one) => `${one.where} has no place in the structure.`,
      ),
  },
  {
    name: 'no key twice',
    clause: 'ISO 32000-1, 14.7.4.4',
    faults: (book) => {
      const known = new Set<number>()
      return wrong(
        keysOf(book),
        ([key]) => known.size === known.add(key).size,
        ([key, where]) => `${where} has the key ${key} of another.`,
      )
    },
  },
  {
    name: 'ascending keys',
    clause: 'ISO 32000-1, 7.9.7',
    faults: ({ parents }) =>
      wrong(
        [...parents.entries()],
        ([index, [key]]) => index > 0 && key <= (parents[index - 1]?.[0] ?? 0),
        ([, [key]]) => `The key ${key} of the parent tree is not above the one before it.`,
      ),
  },
  {
    name: 'next key',
    clause: 'ISO 32000-1, table 322',
    faults: ({ file, catalog, parents }) => {
      const next = entry(file, entry(file, catalog, 'StructTreeRoot'), 'ParentTreeNextKey')
      return wrong(
        parents,
        ([key]) => typeof next === 'number' && key >= next,
        ([key]) => `The key ${key} is not below the next key.`,
      )
    },
  },
  {
    name: 'the way back',
    clause: 'PDF/UA-1, 7.18.1',
    faults: (book) =>
      wrong(
        seen(book).filter((one) => keyOf(one, 'StructParent') !== null),
        (one) => {
          const element = elementOf(book, one)
          return !element || !objectsOf(book, element).some(([object]) => object === one.number)
        },
        (one) => `${one.where} is not named by the element that its key leads to.`,
      ),
  },
  {
    name: 'named on its page',
    clause: 'ISO 32000-1, table 325',
    faults: (book) =>
      wrong(
        seen(book),
        (one) => {
          const element = elementOf(book, one)
          const named = element && objectsOf(book, element).find(([object]) => object === one.number)
          const page = named?.[1]
          return isReference(page) && page.number !== one.page.number
        },
        (one) => `${one.where} is named as if it were on another page.`,
      ),
  },
  {
    name: 'named once',
    clause: 'ISO 32000-1, 14.7.4.3',
    faults: (book) => {
      const known = new Set<number>()
      const all = book.elements.flatMap((element) =>
        objectsOf(book, element).map(([object]) => ({ object, element })),
      )
      return wrong(
        all,
        ({ object }) => known.size === known.add(object).size,
        ({ object, element }) => `${element.where} names ${object}, which another element holds.`,
      )
    },
  },
  {
    name: 'nothing gone',
    clause: 'ISO 32000-1, 14.7.4.3',
    faults: (book) => {
      const there = new Set(annotationsOf(book).map(({ number }) => number))
      const all = book.elements.flatMap((element) =>
        objectsOf(book, element).map(([object]) => ({ object, element })),
      )
      return wrong(
        all,
        ({ object }) => !there.has(object),
        ({ object, element }) => `${element.where} names ${object}, which is on no page.`,
      )
    },
  },
  {
    name: 'holders',
    clause: 'PDF/UA-1, 7.18.1, 7.18.4 and 7.18.5',
    faults: (book) =>
      wrong(
        seen(book),
        (one) => {
          const element = elementOf(book, one)
          return element !== null && element.kind !== (HOLDERS[one.kind] ?? 'Annot')
        },
        (one) => `${one.where} is held by an element that is not for its kind.`,
      ),
  },
  {
    name: 'contents',
    clause: 'ISO 32000-1, 14.7.4.4',
    faults: (book) => {
      const rows = new Map(
        book.pages.map((page) => {
          const key = keyOf(page, 'StructParents')
          return [page.number, list(book.file, key === null ? null : book.parentOf.get(key))] as const
        }),
      )
      const all = book.elements.flatMap((element) =>
        contentsOf(book, element).map(([page, id]) => ({ element, page, id })),
      )
      return wrong(
        all,
        ({ element, page, id }) => {
          const to = rows.get(page)?.[id]
          return !isReference(to) || to.number !== element.number
        },
        ({ element, id }) => `${element.where} and the content ${id} of its page do not know each other.`,
      )
    },
  },
]

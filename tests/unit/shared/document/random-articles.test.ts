import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { schema } from '../../../../src/shared/document/schema.ts'
import { buildArticle, randomArticle } from '../../../support/random-articles.ts'

test('random articles are valid, and among a hundred there is one of everything that the schema knows', () => {
  const docs = fc.sample(randomArticle, { numRuns: 100, seed: 1 }).map(buildArticle)
  const found = new Set<string>()
  for (const doc of docs) {
    doc.check()
    doc.descendants((node) => void found.add(node.type.name))
  }
  expect([...found, 'doc'].toSorted()).toEqual(Object.keys(schema.nodes).toSorted())
})

import { expect, test } from 'vitest'
import { findArticle } from '../../../../src/main/cli/find-article.ts'
import type { ArticleRow } from '../../../../src/shared/model/article.ts'

function row(id: string, slug: string): ArticleRow {
  return { id, slug } as ArticleRow
}

const rows = [row('0192-aa', 'TASK-FORCE'), row('0192-ab', 'COUNTER'), row('0193', 'COUNTER')]

function named(name: string): string {
  const found = findArticle(rows, name)
  return found.kind === 'one' ? found.article.id : found.message
}

test('an article is found by its id, the start of its id, or its slug', () => {
  expect(named('0192-aa')).toBe('0192-aa')
  expect(named('0193')).toBe('0193')
  expect(named('0192-ab')).toBe('0192-ab')
  expect(named('task-force')).toBe('0192-aa')
})

test('a name that fits several is refused with their ids', () => {
  expect(named('0192')).toMatch(/^2 articles .*0192-aa, 0192-ab/)
  expect(named('counter')).toMatch(/^2 articles .*0192-ab, 0193/)
})

test('a name that fits none is refused', () => {
  expect(named('teld')).toMatch(/^No article is called teld/)
})

import { expect, test } from 'vitest'
import { addressOf } from '../../../../../src/renderer/features/article/link-address.ts'

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['  http://example.org ', 'http://example.org'],
  ['example.org', 'https://example.org'],
  ['example.org:8080/path', 'https://example.org:8080/path'],
  ['petra.sund@example.org', 'mailto:petra.sund@example.org'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['data:text/html,x', null],
  ['two words.org', null],
  ['nothing', null],
  ['', null],
])('%j leads to %j', (typed, href) => {
  expect(addressOf(typed)).toBe(href)
})

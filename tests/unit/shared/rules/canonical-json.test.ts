import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../../src/shared/rules/canonical-json.ts'

test('keys are sorted and members that are undefined left out', () => {
  expect(canonicalJson({ b: [1, undefined, { d: null, c: 'é' }], a: undefined })).toBe(
    '{"b":[1,null,{"c":"é","d":null}]}',
  )
})

test('says the same as JSON, whatever the order of the keys', () => {
  assert(
    property(jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

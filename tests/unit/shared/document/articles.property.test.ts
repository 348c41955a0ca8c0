import { describe, test } from 'vitest'
import { ARTICLE_PROPERTIES } from '../../../support/article-properties.ts'
import { EVERY_RUN, timeoutOf } from '../../../support/fuzz.ts'

describe('random decisions on random articles', () => {
  test.each(Object.entries(ARTICLE_PROPERTIES))(
    '%s',
    (_name, property) => property(EVERY_RUN),
    timeoutOf(EVERY_RUN),
  )
})

import { suite } from '../suite.mjs'

await suite((specifier) => import(specifier))

import { describeCatalogues } from '../../../../tests/lib/describe-catalogues.ts'
import * as english from './en.ts'
import * as portuguese from './pt-br.ts'

describeCatalogues(english, portuguese)

/** @module One source file under packages/ with all it imports, as a script for another context or process. */
import { fileURLToPath } from 'node:url'
import { build, type Platform } from 'esbuild'

/** Folder of the packages, with a slash at its end. */
export const PACKAGES: string = fileURLToPath(new URL('../../packages/', import.meta.url))

/**
 * Bundles as CommonJS; siblings come from their sources, as in the other tests.
 *
 * @param external - What the script requires for itself: packages with native parts.
 */
export async function bundleSource(
  entry: URL,
  platform: Platform = 'browser',
  external: readonly string[] = [],
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    format: 'cjs',
    platform,
    external: [...external],
    write: false,
    logLevel: 'silent',
    target: 'es2022',
    plugins: [
      {
        name: 'sources',
        setup(bundler) {
          bundler.onResolve({ filter: /^@pixkit\// }, ({ path }) => {
            const [, name, ...subpath] = path.split('/')
            return { path: `${PACKAGES}${name}/src/${subpath.join('/') || 'index'}.ts` }
          })
        },
      },
    ],
  })
  return outputFiles.map(({ text }) => text).join('')
}
